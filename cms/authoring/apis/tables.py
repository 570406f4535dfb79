"""Tables of sizes over Wagtail's API: what is wrong with one is said with its place."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError as Unclean
from pydantic import BaseModel, ConfigDict, ValidationError

from cms.core.blocks.tables import SizeGuideBlock
from common.exceptions import Invalid

KIND = "size_guide"
_TABLE = SizeGuideBlock().child_blocks["table"]
_STRICT = ConfigDict(extra="forbid", strict=True)
Place = tuple[str | int, ...]


class Column(BaseModel):
    """A column: of words or of lengths."""

    model_config = _STRICT
    type: str
    heading: str


class Row(BaseModel):
    """A cell for each column."""

    model_config = _STRICT
    values: list[str | None]


class Table(BaseModel):
    """A table as it is read over the API."""

    model_config = _STRICT
    columns: list[Column]
    rows: list[Row]
    caption: str = ""


def require_readable_tables(body: Any) -> None:
    """Let a body pass whose tables of sizes have the shape in which they are read.

    :raises Invalid: for the first one that has not, with the place in it.
    """
    for place, stored in _tables(body, ()):
        try:
            table = Table.model_validate(stored)
        except ValidationError as error:
            first = error.errors()[0]
            raise _invalid(first["msg"], (*place, *first["loc"])) from None
        _require_columns(table, place)
        _require_cells(table, place)


def _tables(value: Any, place: Place) -> Iterator[tuple[Place, Any]]:
    if isinstance(value, dict):
        inner = value.get("value")
        if value.get("type") == KIND and isinstance(inner, dict) and inner.get("table") is not None:
            yield (*place, "value", "table"), inner["table"]
    for name, each in _each_of(value):
        yield from _tables(each, (*place, name))


def _each_of(value: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, list) else ()


def _require_columns(table: Table, place: Place) -> None:
    for number, column in enumerate(table.columns):
        if column.type not in _TABLE.child_blocks:
            kinds = ", ".join(_TABLE.child_blocks)
            raise _invalid(f"A column is one of: {kinds}.", (*place, "columns", number, "type"))


def _require_cells(table: Table, place: Place) -> None:
    for number, row in enumerate(table.rows):
        at = (*place, "rows", number, "values")
        if len(row.values) != len(table.columns):
            raise _invalid("Give a row one value for each column.", at)
        for cell, (column, said) in enumerate(zip(table.columns, row.values, strict=True)):
            try:
                _TABLE.child_blocks[column.type].clean(said)
            except Unclean as error:
                raise _invalid(" ".join(error.messages), (*at, cell)) from None


def _invalid(said: str, place: Place) -> Invalid:
    steps = (str(each).replace("~", "~0").replace("/", "~1") for each in place)
    return Invalid(said, pointer="/" + "/".join(steps))
