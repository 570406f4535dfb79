"""A file's own header, read as one of the formats."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from commerce.catalogue.importing.cells import printable
from commerce.catalogue.importing.columns import (
    FASHIONISTAR,
    REQUIRED,
    SHOPIFY,
    SHOPIFY_ATTRIBUTES,
    Field,
)
from commerce.catalogue.importing.records import Record, UnreadableFile
from commerce.catalogue.importing.slugs import code_of

FORMATS = ("shopify", "fashionistar")
_TABLES = {"shopify": SHOPIFY, "fashionistar": FASHIONISTAR}
_METAFIELD = re.compile(r"\(product\.metafields\.[^.()]+\.([^()]+)\)\s*$", re.IGNORECASE)


class UnknownFormat(ValueError):
    """The format asked for is neither of :data:`FORMATS`."""


@dataclass(frozen=True, slots=True)
class OptionColumn:
    """Where an option's value stands; its name stands in a cell or is the header itself."""

    value_at: int
    name_at: int | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands in the rows of one file."""

    format: str
    header: tuple[str, ...]
    places: dict[Field, tuple[int, ...]]
    options: tuple[OptionColumn, ...]
    attributes: dict[str, int]
    unknown: tuple[str, ...] = ()
    labels: dict[Field, str] = field(default_factory=dict)

    def column(self, about: Field) -> str:
        """Name the column as the file does, or as the format does if the file lacks it."""
        places = self.places.get(about)
        return self.header[places[0]] if places else self.labels[about]


def layout_of(header: Record, format: str | None) -> Layout:
    """Read the header as ``format``, or as the format it looks like if that is None.

    :raises UnknownFormat: if there is no such format.
    :raises UnreadableFile: if columns are missing, or one that matters appears twice.
    """
    if format is not None and format not in FORMATS:
        raise UnknownFormat(f"{format!r} is not one of {', '.join(FORMATS)}.")
    names = tuple(printable(cell.strip()) for cell in header.cells)
    keys = [name.casefold() for name in names]
    chosen = format or _detected(keys)
    table = _TABLES[chosen]
    places = _places(table, keys)
    _require_columns(names, keys, table, places, chosen)
    options = _own_options(names, keys) if chosen == "fashionistar" else _shopify_options(keys)
    attributes = _attributes(names, keys, chosen)
    taken = {at for found in places.values() for at in found} | set(attributes.values())
    taken |= {option.value_at for option in options}
    unknown = [names[at] for at in range(len(names)) if at not in taken and names[at]]
    return Layout(
        format=chosen,
        header=names,
        places=places,
        options=options,
        attributes=attributes,
        unknown=tuple(unknown) if chosen == "fashionistar" else (),
        labels={about: headers[0] for about, headers in table.items()},
    )


def _detected(keys: list[str]) -> str:
    seen = set(keys)
    foreign = {"variant price", "url handle", "option1 name", "option1 value", "body (html)"}
    return "fashionistar" if {"handle", "price"} <= seen and not foreign & seen else "shopify"


def _places(table: dict[Field, tuple[str, ...]], keys: list[str]) -> dict[Field, tuple[int, ...]]:
    where = {key: at for at, key in reversed(list(enumerate(keys)))}
    found = {
        about: tuple(where[h.casefold()] for h in headers if h.casefold() in where)
        for about, headers in table.items()
    }
    return {about: places for about, places in found.items() if places}


def _require_columns(
    names: tuple[str, ...],
    keys: list[str],
    table: dict[Field, tuple[str, ...]],
    places: dict[Field, tuple[int, ...]],
    chosen: str,
) -> None:
    missing = [table[about][0] for about in REQUIRED if about not in places]
    if missing:
        hint = " The cells must be separated by commas." if len(names) == 1 else ""
        word = "column" if len(missing) == 1 else "columns"
        raise UnreadableFile(
            f"The header lacks the {word} {', '.join(missing)} of the {chosen} format.{hint}"
        )
    read = {header.casefold() for headers in table.values() for header in headers}
    repeated = [
        names[keys.index(key)]
        for key, times in Counter(keys).items()
        if times > 1 and (key in read or _is_option(key))
    ]
    if repeated:
        raise UnreadableFile(f"The header has more than one column {', '.join(repeated)}.")


def _is_option(key: str) -> bool:
    return re.fullmatch(r"option[1-3] (name|value)|(option|attr)\..+", key) is not None


def _shopify_options(keys: list[str]) -> tuple[OptionColumn, ...]:
    where = {key: at for at, key in enumerate(keys)}
    return tuple(
        OptionColumn(where[f"option{n} value"], where.get(f"option{n} name"), f"Option{n}")
        for n in (1, 2, 3)
        if f"option{n} value" in where
    )


def _own_options(names: tuple[str, ...], keys: list[str]) -> tuple[OptionColumn, ...]:
    return tuple(
        OptionColumn(at, name=names[at][len("option.") :].strip())
        for at, key in enumerate(keys)
        if key.startswith("option.") and key != "option."
    )


def _attributes(names: tuple[str, ...], keys: list[str], chosen: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, key in enumerate(keys):
        if chosen == "fashionistar":
            name = names[at][len("attr.") :].strip() if key.startswith("attr.") else ""
        else:
            match = _METAFIELD.search(key)
            name = match[1] if match else SHOPIFY_ATTRIBUTES.get(key, "")
        if name:
            found.setdefault(code_of(name), at)
    return found
