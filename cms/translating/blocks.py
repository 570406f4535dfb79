"""Where in a page a text of a translation stands: the field or the block it has to fit."""

from collections.abc import Sequence
from typing import Any

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import StreamField

from cms.core import segments


def place(page: Any, path: str) -> Any:
    """Return the field or block at a path such as `body.<id>.title`; nothing where it is gone."""
    name, _, rest = path.partition(".")
    field = page._meta.get_field(name)
    if not isinstance(field, StreamField):
        return field if not rest else None
    return _inside(field.stream_block, field.value_from_object(page), rest.split("."))


def _inside(block: Any, value: Any, path: Sequence[str]) -> Any:
    if not path or value is None:
        return block
    head, *rest = path
    if isinstance(block, blocks.StructBlock):
        child = block.child_blocks.get(head)
        return _inside(child, value.get(head), rest) if child is not None else None
    if isinstance(block, blocks.StreamBlock):
        return next(
            (_inside(each.block, each.value, rest) for each in value if each.id == head), None
        )
    if isinstance(block, blocks.ListBlock):
        items = (each for each in value.bound_blocks if each.id == head)
        return next((_inside(block.child_block, each.value, rest) for each in items), None)
    if isinstance(block, TypedTableBlock):
        return segments.cell_of(value, head)
    return block
