"""A whole product file, read at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from commerce.catalogue.importing.cells import printable, shown
from commerce.catalogue.importing.columns import Field
from commerce.catalogue.importing.layouts import Layout, layout_of
from commerce.catalogue.importing.parsed import (
    ParsedFile,
    ParsedProduct,
    RefusedProduct,
    RowProblem,
)
from commerce.catalogue.importing.products import product_of
from commerce.catalogue.importing.records import Record, UnreadableFile, decode, records
from commerce.catalogue.importing.rows import Notes, Row
from commerce.catalogue.importing.slugs import slug_of
from commerce.catalogue.importing.variants import Defaults

ROW = "row"
MAX_HANDLE = 255
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def read_products(
    stream: BinaryIO | Path, *, format: str | None, vendor: str, currency: str
) -> ParsedFile:
    """Read a product file; whatever its bytes are, they end as products or as sentences.

    ``format`` None means the one the header looks like; ``vendor`` is the vendor's slug;
    ``currency`` holds where the file names none.

    :raises UnknownFormat: if ``format`` is not one of FORMATS.
    :raises OSError: if a path cannot be read.
    """
    data = stream.read_bytes() if isinstance(stream, Path) else stream.read()
    line = 1
    try:
        text = decode(data)
        found = records(text.content)
        header = next(found, None)
        if header is None:
            raise UnreadableFile("The file is empty.")
        line = header.line
        if header.fault:
            raise UnreadableFile(header.fault)
        layout = layout_of(header, format)
    except UnreadableFile as refusal:
        problem = RowProblem(line, "header", str(refusal))
        return ParsedFile(format or "", refused=(RefusedProduct("", line, (problem,)),))
    warnings = [
        RowProblem(line, name, "The column is not part of the format and is passed over.")
        for name in layout.unknown
    ]
    if text.guessed:
        sentence = "The file is not UTF-8; it was read as Windows-1252."
        warnings.append(RowProblem(line, "header", sentence))
    return _read_rows(found, layout, Defaults(vendor, currency), warnings)


@dataclass(slots=True)
class _Group:
    """The rows of one handle, in file order, and what is wrong with them so far."""

    handle: str
    line: int
    notes: Notes
    rows: list[Row] = field(default_factory=list)


def _read_rows(
    found: Iterable[Record], layout: Layout, defaults: Defaults, warnings: list[RowProblem]
) -> ParsedFile:
    groups = _grouped(found, layout)
    if not groups:
        problem = RowProblem(1, ROW, "The file has a header but no products.")
        refused = RefusedProduct("", 1, (problem,))
        return ParsedFile(layout.format, (), (refused,), tuple(warnings))
    products: list[ParsedProduct | None] = []
    for group in groups:
        begun = group.handle and group.rows and group.rows[0].line == group.line
        products.append(
            product_of(group.handle, group.rows, defaults, group.notes) if begun else None
        )
    _refuse_repeats(groups, products)
    warnings += [warning for group in groups for warning in group.notes.warnings]
    return ParsedFile(
        format=layout.format,
        products=tuple(
            product
            for group, product in zip(groups, products, strict=True)
            if product is not None and not group.notes.problems
        ),
        refused=tuple(_refusal(group) for group in groups if group.notes.problems),
        warnings=tuple(sorted(warnings, key=lambda warning: warning.line)),
    )


def _grouped(found: Iterable[Record], layout: Layout) -> list[_Group]:
    groups: list[_Group] = []
    by_handle: dict[str, _Group] = {}
    at = layout.places[Field.HANDLE][0]
    for record in found:
        handle = record.cells[at].strip() if at < len(record.cells) else ""
        group = by_handle.get(handle) if handle else None
        if group is None:
            group = _Group(handle, record.line, Notes(layout))
            groups.append(group)
            by_handle[handle] = group
        _add(record, group, layout)
    return groups


def _add(record: Record, group: _Group, layout: Layout) -> None:
    fault = record.fault or _misfit(record, layout)
    if fault:
        group.notes.refuse(record.line, ROW, fault)
        return
    for at, cell in enumerate(record.cells):
        if _UNSTORABLE.search(cell):
            sentence = "The cell holds a NUL or a byte that is not text."
            group.notes.refuse(record.line, layout.header[at] or ROW, sentence)
            break
    if not group.handle:
        group.notes.refuse(record.line, Field.HANDLE, "The handle is missing.")
    elif len(group.handle) > MAX_HANDLE:
        sentence = f"The handle is longer than {MAX_HANDLE} characters."
        group.notes.refuse(record.line, Field.HANDLE, sentence)
    group.rows.append(Row(record.line, record.cells, layout))


def _misfit(record: Record, layout: Layout) -> str:
    has, needs = len(record.cells), len(layout.header)
    return "" if has == needs else f"The row has {has} cells but the header has {needs}."


def _refuse_repeats(groups: list[_Group], products: list[ParsedProduct | None]) -> None:
    slugs: dict[str, int] = {}
    skus: dict[str, int] = {}
    for group, product in zip(groups, products, strict=True):
        if product is None:
            continue
        earlier = slugs.setdefault(slug_of(group.handle), group.line)
        if earlier != group.line:
            sentence = f"The handle is the same address as the one on line {earlier}."
            group.notes.refuse(group.line, Field.HANDLE, sentence)
        broken = bool(group.notes.problems)
        for variant in product.variants:
            if broken and variant.sku_derived:
                continue
            line = skus.setdefault(variant.sku, variant.line)
            if line != variant.line:
                sentence = f"The SKU {shown(variant.sku)} already stands on line {line}."
                group.notes.refuse(variant.line, Field.SKU, sentence)


def _refusal(group: _Group) -> RefusedProduct:
    problems = sorted(dict.fromkeys(group.notes.problems), key=lambda problem: problem.line)
    return RefusedProduct(printable(group.handle), group.line, tuple(problems))
