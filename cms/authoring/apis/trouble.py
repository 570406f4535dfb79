"""Where Wagtail trusts what it is sent: what it would break on is refused instead."""

from collections.abc import Mapping
from types import TracebackType
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from common.exceptions import Invalid

CHILD = ("first-child", "last-child")
SHAPES = (AttributeError, KeyError, TypeError, ValueError)
# Wagtail and Ninja turn what was sent into forms and filters here, and save nothing.
READERS = ("ninja.filter_schema", "wagtail.api.v3.form_data", "wagtail.api.v3.schemas.params")


def require_below_the_root(
    request: HttpRequest, places: Mapping[str, Any], body: Mapping[str, Any]
) -> None:
    """Let a write pass that leaves the root of the tree alone and puts nothing beside it.

    :raises Invalid: when it would not.
    """
    root = Page.get_first_root_node()
    if root is None:
        return
    if _is_same(places.get("page_id"), root.pk):
        raise Invalid("The root of the page tree is neither changed, copied nor moved.")
    is_beside = "/move/" in request.path and body.get("position") not in CHILD
    if is_beside and _is_same(body.get("destination_id"), root.pk):
        raise Invalid("A page goes below the root, not beside it.", pointer="/position")


def is_about_the_input(error: Exception) -> bool:
    """Return whether Wagtail broke on the shape of what was sent, while reading it."""
    return isinstance(error, SHAPES) and any(
        name.startswith(READERS) or name.endswith("api.v3.form_data")
        for name in _modules(error.__traceback__)
    )


def _is_same(sent: Any, key: int) -> bool:
    """Return whether what was sent reads as the key: 1, "1", "01", 1.0."""
    try:
        return float(sent) == key
    except (TypeError, ValueError):
        return False


def _modules(step: TracebackType | None) -> list[str]:
    names = []
    while step is not None:
        names.append(str(step.tb_frame.f_globals.get("__name__", "")))
        step = step.tb_next
    return names
