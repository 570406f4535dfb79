"""Where Wagtail trusts what it is sent: what it would break on is refused instead."""

from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Any

from django.db import IntegrityError
from django.http import HttpRequest
from wagtail.models import Page

from cms.core.blocks.ids import is_id
from common.exceptions import Conflict, Invalid

# Wagtail refuses drafts of aliases here, and in no other way.
ALIAS = "wagtail.models.pages.save_revision"
CHILD = ("first-child", "last-child")
SHAPES = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
# Here Wagtail and Ninja turn what was sent into forms and filters, and save nothing.
READERS = (
    "ninja.filter_schema.",
    "wagtail.api.v3.form_data.",
    "wagtail.documents.api.v3.form_data.",
    "wagtail.images.api.v3.form_data.",
    "wagtail.api.v3.schemas.params.",
    "wagtail.api.v3.routers.pages.get_request_root_page",
)


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


def require_own_ids(value: Any) -> None:
    """Let a body pass in which no two blocks of one list have the same id, and each a fit one.

    :raises Invalid: when two have, or what stands there is none.
    """
    if isinstance(value, dict):
        value = list(value.values())
    elif isinstance(value, list):
        _require_own_ids(value)
    if isinstance(value, list):
        for each in value:
            require_own_ids(each)


def _require_own_ids(items: list[Any]) -> None:
    blocks = [each for each in items if isinstance(each, dict) and "type" in each]
    ids = [each["id"] for each in blocks if each.get("id") is not None]
    if not all(map(is_id, ids)):
        raise Invalid("The id of a block is a UUID: leave it out, and it is given one.")
    ids = [each.lower() for each in ids]
    if len(ids) != len(set(ids)):
        raise Invalid("Two blocks have the same id: give each its own, or none.")


def named(error: Exception) -> Exception:
    """Return the refusal that an error of Wagtail's stands for, or the error itself.

    It stands for one when Wagtail broke on the shape of what was sent while reading it, when a
    constraint of the database said no, or when an alias was to say something of its own.
    """
    if isinstance(error, RuntimeError) and ALIAS in _steps(error.__traceback__):
        return Conflict("It is an alias and says what its original says: convert it first.")
    if isinstance(error, IntegrityError):
        return Conflict("Something there now stands against it: it exists already, or is in use.")
    if isinstance(error, SHAPES) and any(map(_is_reading, _steps(error.__traceback__))):
        return Invalid("A value has a shape that its field cannot have.")
    return error


def _is_same(sent: Any, key: int) -> bool:
    """Return whether what was sent reads as the key: 1, "1", "01", 1.0."""
    try:
        return float(sent) == key
    except (TypeError, ValueError):
        return False


def _is_reading(step: str) -> bool:
    return step.startswith(READERS)


def _steps(step: TracebackType | None) -> Iterator[str]:
    while step is not None:
        frame = step.tb_frame
        yield f"{frame.f_globals.get('__name__', '')}.{frame.f_code.co_name}"
        step = step.tb_next
