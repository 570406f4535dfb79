"""Keys that a page or a block does not have are refused: Wagtail would drop what they hold."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, get_args

from django.http import HttpRequest
from pydantic import BaseModel
from wagtail.api.v3.registry import registry
from wagtail.blocks import ListBlock
from wagtail.blocks.stream_block import BaseStreamBlock
from wagtail.blocks.struct_block import BaseStructBlock
from wagtail.fields import StreamField
from wagtail.models import Page, get_page_models

from cms.authoring.selectors import pages
from cms.authoring.selectors.faults import Fault, Place, pointer
from common.exceptions import Invalid

PAGES = "pages"
META = "meta"
FRAME = ("type", "value", "id")
TOLD, LONGEST = 20, 100


def require_known_keys(
    request: HttpRequest, places: Mapping[str, Any], body: Mapping[str, Any]
) -> None:
    """Let the body of a page pass that holds what its type takes, or what is read of it.

    :raises Invalid: for anything else; `errors` names the first ones by pointers.
    """
    model = _model(request, places, body)
    found = registry.get(model._meta.label) if model else None
    schema = found and (found.patch_schema if places else found.create_schema)
    if model is None or found is None or schema is None or found.read_schema is None:
        return
    lost = [
        *islice(_of_page(schema, found.read_schema, body), TOLD),
        *islice(_of_blocks(model, body), TOLD),
    ]
    if lost:
        raise Invalid(lost[0]["detail"], extra={"errors": lost})


def _model(
    request: HttpRequest, places: Mapping[str, Any], body: Mapping[str, Any]
) -> type[Page] | None:
    """Return the type of the page that is written; Wagtail itself says where it is none."""
    if request.method == "PATCH" and "page_id" in places:
        page = pages.named(places)
        return page.specific_class if page else None
    if request.method != "POST" or request.path.rstrip("/").rpartition("/")[2] != PAGES:
        return None
    meta = body.get(META)
    label = meta.get("type") if isinstance(meta, dict) else None
    return next((each for each in get_page_models() if each._meta.label == label), None)


def _of_page(
    schema: type[BaseModel], shown: type[BaseModel], body: Mapping[str, Any]
) -> Iterator[Fault]:
    taken, read = _keys(schema), set(shown.model_fields)
    for name, value in body.items():
        if name not in taken | read:
            yield _fault(f"A page has no {name[:LONGEST]}.", (name,))
        elif name not in taken and f"{name}_id" in taken and not isinstance(value, dict | None):
            yield _fault(f"Write it as {name}_id.", (name,))
    meta = body.get(META)
    if isinstance(meta, dict):
        for name in meta.keys() - _keys(_inner(schema)) - _keys(_inner(shown)):
            yield _fault(f"The meta of a page has no {name[:LONGEST]}.", (META, name))


def _keys(schema: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in schema.model_fields.items()}


def _inner(schema: type[BaseModel]) -> type[BaseModel]:
    """Return the schema of meta, which may be optional."""
    kind: Any = schema.model_fields[META].annotation
    return next(iter(get_args(kind)), kind)


def _of_blocks(model: type[Page], body: Mapping[str, Any]) -> Iterator[Fault]:
    for field in model._meta.get_fields():
        if isinstance(field, StreamField) and field.name in body:
            yield from _of_block(field.stream_block, body[field.name], (field.name,))


def _of_block(block: Any, value: Any, place: Place) -> Iterator[Fault]:
    if isinstance(block, BaseStreamBlock):
        yield from _of_stream(block, value, place)
    elif isinstance(block, ListBlock) and value is not None:
        yield from _of_list(block, value, place)
    elif isinstance(block, BaseStructBlock) and value is not None:
        yield from _of_struct(block, value, place)


def _of_stream(block: Any, value: Any, place: Place) -> Iterator[Fault]:
    items = value if isinstance(value, list) else []
    for number, item in enumerate(items):
        if isinstance(item, dict):
            at = (*place, number)
            for name in item.keys() - set(FRAME):
                yield _fault("A block has a type, a value and an id.", (*at, name))
            kind = item.get("type")
            child = block.child_blocks.get(kind) if isinstance(kind, str) else None
            yield from _of_block(child, item.get("value"), (*at, "value"))


def _of_list(block: Any, value: Any, place: Place) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield _fault("Send a list.", place)
        return
    for number, item in enumerate(value):
        yield from _of_block(block.child_block, item, (*place, number))


def _of_struct(block: Any, value: Any, place: Place) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield _fault("Send an object.", place)
        return
    for name, each in value.items():
        if name in block.child_blocks:
            yield from _of_block(block.child_blocks[name], each, (*place, name))
        else:
            takes = ", ".join(block.child_blocks)
            yield _fault(f"There is no {name[:LONGEST]} here; there are: {takes}.", (*place, name))


def _fault(said: str, place: Place) -> Fault:
    short = tuple(each[:LONGEST] if isinstance(each, str) else each for each in place)
    return Fault(pointer=pointer(short), code="unknown_field", detail=said)
