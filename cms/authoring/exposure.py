"""What a page type shows and takes over Wagtail's API: what an editor sees in its form."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.models import Page, get_page_models


def expose_pages() -> None:
    """Declare the fields of every page type of ours that declares none itself.

    To be called before Wagtail's API reads the page types.
    """
    for model in get_page_models():
        if model is not Page and not getattr(model, "api_fields", ()):
            panels = [*model.content_panels, *model.promote_panels]
            names = dict.fromkeys(_names(model, panels))
            model.api_fields = [APIField(name, writable=True) for name in names]


def _names(model: type[Page], panels: list[Any]) -> Iterator[str]:
    for panel in panels:
        if isinstance(panel, FieldPanel) and _is_its_own(model, panel.field_name):
            yield panel.field_name
        yield from _names(model, getattr(panel, "children", []))


def _is_its_own(model: type[Page], name: str) -> bool:
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return name not in {field.name for field in Page._meta.get_fields()}
