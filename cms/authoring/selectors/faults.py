"""What stands against the publication of a draft, each with its place in the body of the API."""

from collections.abc import Iterator
from typing import Any, TypedDict

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.text import capfirst
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTableBlockValidationError
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.core import checking

Place = tuple[str | int, ...]


class Fault(TypedDict):
    """`pointer` is a JSON pointer into the page as it is written, `code` is for machines."""

    pointer: str
    code: str
    detail: str


def of_page(page: Page) -> list[Fault]:
    """Return what the editor's form would refuse if the page were published as it is."""
    return [*_of_fields(page), *_of_blocks(page)]


def sentence(page: Page) -> str:
    """Return what to mend first before the page's latest draft is published; nothing if whole."""
    draft = page.get_latest_revision_as_object()
    found = of_page(draft)
    if not found:
        return ""
    label, detail = _label(draft, found[0]["pointer"].split("/")[1:]), found[0]["detail"]
    more = f" {len(found) - 1} more to mend." if len(found) > 1 else ""
    return f"{label}: {detail}{more}" if label else f"{detail}{more}"


def _label(page: Page, place: list[str]) -> str:
    """Return what editors call a place: `Body, block 3 (Quote)`; nothing for the page as a whole."""
    if not place:
        return ""
    field = page._meta.get_field(place[0])
    label = capfirst(str(getattr(field, "verbose_name", place[0])))
    if not isinstance(field, StreamField) or not place[1:]:
        return label
    block = field.value_from_object(page)[int(place[1])].block
    return f"{label}, block {int(place[1]) + 1} ({block.label})"


def pointer(place: Place) -> str:
    """Return a place as a JSON pointer."""
    return "".join("/" + str(each).replace("~", "~0").replace("/", "~1") for each in place)


def _of_fields(page: Page) -> Iterator[Fault]:
    try:
        page.full_clean()
    except ValidationError as error:
        for name, found in error.error_dict.items():
            yield from _said(found, () if name == NON_FIELD_ERRORS else (name,))


def _of_blocks(page: Page) -> Iterator[Fault]:
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            try:
                with checking.in_turn():
                    field.stream_block.clean(field.value_from_object(page))
            except ValidationError as error:
                yield from _of_block(error, (field.name,))


def _of_block(error: Any, place: Place) -> Iterator[Fault]:
    inner = _inside(error)
    if inner is None:
        yield from _said([error], place)
        return
    yield from _said(error.non_block_errors.as_data(), place)
    for step, each in inner:
        yield from _of_block(each, (*place, *step))


def _inside(error: Any) -> list[tuple[Place, ValidationError]] | None:
    """Return the errors of what a block holds, each with the step to it; None where it is whole."""
    if isinstance(error, TypedTableBlockValidationError):
        return [
            (("rows", row, "values", column), each)
            for row, cells in (error.cell_errors or {}).items()
            for column, each in cells.items()
        ]
    if not hasattr(error, "block_errors"):
        return None
    below: Place = ("value",) if isinstance(error, StreamBlockValidationError) else ()
    return [((step, *below), each) for step, each in error.block_errors.items()]


def _said(errors: list[Any], place: Place) -> Iterator[Fault]:
    for error in errors:
        for said in error.messages:
            yield Fault(pointer=pointer(place), code=error.code or "invalid", detail=said)
