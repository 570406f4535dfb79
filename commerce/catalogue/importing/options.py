"""Which options a product has, and which values a row chooses."""

from __future__ import annotations

from dataclasses import dataclass

from commerce.catalogue.importing.cells import shown
from commerce.catalogue.importing.layouts import OptionColumn
from commerce.catalogue.importing.rows import Notes, Row
from commerce.catalogue.importing.slugs import code_of

MAX_LABEL = 255


@dataclass(frozen=True, slots=True)
class ProductOption:
    """An option of this product: its code, its name as written, where its values stand."""

    code: str
    name: str
    column: OptionColumn


def options_of(rows: list[Row], notes: Notes) -> tuple[ProductOption, ...]:
    """Find the product's options in its variant rows; ``Title: Default Title`` is none."""
    found: list[ProductOption] = []
    layout = rows[0].layout
    for column in layout.options:
        name = _name(column, rows, notes)
        if not name or _is_default(name, column, rows):
            continue
        code = code_of(name)
        if any(option.code == code for option in found):
            at = column.name_at if column.name_at is not None else column.value_at
            sentence = f"The product has more than one option called {shown(name)}."
            notes.refuse(rows[0].line, layout.header[at], sentence)
            continue
        found.append(ProductOption(code, name, column))
    return tuple(found)


def choices(row: Row, options: tuple[ProductOption, ...], notes: Notes) -> dict[str, str]:
    """Read the row's value of every option; a missing or overlong one refuses the product."""
    chosen: dict[str, str] = {}
    for option in options:
        label = " ".join(row.cells[option.column.value_at].split())
        column = row.layout.header[option.column.value_at]
        if not label:
            sentence = f"The value of the option {shown(option.name)} is missing."
            notes.refuse(row.line, column, sentence)
        elif len(label) > MAX_LABEL:
            notes.refuse(row.line, column, f"The value is longer than {MAX_LABEL} characters.")
        chosen[option.code] = label
    return chosen


def _name(column: OptionColumn, rows: list[Row], notes: Notes) -> str:
    filled = [row for row in rows if row.cells[column.value_at].strip()]
    if column.name_at is None:
        return column.name if filled else ""
    header = rows[0].layout.header[column.name_at]
    name = ""
    for row in rows:
        said = " ".join(row.cells[column.name_at].split())
        if name and said and said.casefold() != name.casefold():
            sentence = f"The option is called {shown(said)} here but {shown(name)} before."
            notes.refuse(row.line, header, sentence)
        name = name or said
    if len(name) > MAX_LABEL:
        notes.refuse(rows[0].line, header, f"The name is longer than {MAX_LABEL} characters.")
    if filled and not name and not _is_default("Title", column, rows):
        sentence = "The option has a value but no name."
        notes.refuse(filled[0].line, header, sentence)
    return name


def _is_default(name: str, column: OptionColumn, rows: list[Row]) -> bool:
    values = {row.cells[column.value_at].strip().casefold() for row in rows}
    return name.casefold() == "title" and values <= {"default title", ""}
