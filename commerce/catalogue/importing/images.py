"""The pictures of a product: from image columns, extra rows and variants."""

from __future__ import annotations

from collections.abc import Iterator

from commerce.catalogue.importing import cells
from commerce.catalogue.importing.columns import Field
from commerce.catalogue.importing.parsed import ParsedImage, ParsedVariant
from commerce.catalogue.importing.rows import Notes, Row

MAX_ALT = 255


def images_of(
    rows: list[Row], variants: tuple[ParsedVariant, ...], notes: Notes
) -> tuple[ParsedImage, ...]:
    """Collect each address once, by position where the file gives one, else in file order."""
    found: dict[str, ParsedImage] = {}
    for row in rows:
        for image in _of_row(row, notes):
            found.setdefault(image.url, image)
    ordered = sorted(found.values(), key=_position)
    for variant in variants:
        if variant.image_url and variant.image_url not in found:
            found[variant.image_url] = ParsedImage(variant.line, variant.image_url)
            ordered.append(found[variant.image_url])
    return tuple(ordered)


def _position(image: ParsedImage) -> float:
    return float("inf") if image.position is None else image.position


def _of_row(row: Row, notes: Notes) -> Iterator[ParsedImage]:
    position = notes.try_reading(row, Field.IMAGE_POSITION, cells.count, None)
    alt = row.text(Field.IMAGE_ALT)[:MAX_ALT]
    single = notes.try_reading(row, Field.IMAGE, cells.web_address, "")
    if single:
        yield ParsedImage(row.line, single, alt, position)
    for text in filter(None, map(str.strip, row.text(Field.IMAGES).split("|"))):
        try:
            yield ParsedImage(row.line, cells.web_address(text))
        except cells.CellRefused as refusal:
            notes.warn(row.line, Field.IMAGES, f"{refusal} It is left out.")
