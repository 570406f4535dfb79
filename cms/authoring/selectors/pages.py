"""The page that a call of Wagtail's API names in its path."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError
from wagtail.models import Page

_KEY = TypeAdapter(int)


def named(places: Mapping[str, Any]) -> Page | None:
    """Return the page, or nothing where the path names none or cannot be read."""
    try:
        key = _KEY.validate_python(places.get("page_id"))
    except ValidationError:
        return None
    return Page.objects.filter(pk=key).first()
