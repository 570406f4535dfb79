"""All rows of one handle, one product."""

from __future__ import annotations

from collections.abc import Iterator

from commerce.catalogue import limits
from commerce.catalogue.importing import cells
from commerce.catalogue.importing.columns import Field
from commerce.catalogue.importing.images import images_of
from commerce.catalogue.importing.options import ProductOption, choices, options_of
from commerce.catalogue.importing.parsed import ParsedProduct, ParsedVariant
from commerce.catalogue.importing.rows import Notes, Row
from commerce.catalogue.importing.slugs import slug_of
from commerce.catalogue.importing.variants import Defaults, variant_of

LIMITS = {
    Field.TITLE: 255,
    Field.BRAND: 255,
    Field.TYPE: 128,
    Field.SEO_TITLE: 255,
    Field.SEO_DESCRIPTION: limits.SEO_DESCRIPTION,
}
MAX_NAME = 100
_STATUSES = {"active": True, "draft": False, "archived": False, "unlisted": False}


def product_of(handle: str, rows: list[Row], defaults: Defaults, notes: Notes) -> ParsedProduct:
    """Put the product together, noting everything that keeps it out."""
    first = rows[0]
    if not first.text(Field.TITLE):
        sentence = "The title is missing on the first row of the product."
        notes.refuse(first.line, Field.TITLE, sentence)
    _check_lengths(first, notes)
    selling = [row for row in rows if row.is_variant]
    _check_other_rows(rows, selling, notes)
    options = options_of(selling, notes) if selling else ()
    variants = tuple(_variants(handle, selling, options, defaults, notes))
    return ParsedProduct(
        handle=handle,
        slug=slug_of(handle),
        line=first.line,
        title=" ".join(first.text(Field.TITLE).split()),
        description_html=first.text(Field.DESCRIPTION),
        variants=variants,
        images=images_of(rows, variants, notes),
        option_names={option.code: option.name for option in options},
        category_path=_category(first, notes),
        type=first.text(Field.TYPE),
        brand=first.text(Field.BRAND),
        tags=_names(first, Field.TAGS, ",", notes),
        collections=_names(first, Field.COLLECTIONS, "|", notes),
        published=_is_published(first, notes) and _has_price(variants),
        made_to_measure=notes.read(first, Field.MADE_TO_MEASURE, cells.truth, False),
        attributes=_attributes(first),
        seo_title=first.text(Field.SEO_TITLE),
        seo_description=first.text(Field.SEO_DESCRIPTION),
    )


def _variants(
    handle: str,
    selling: list[Row],
    options: tuple[ProductOption, ...],
    defaults: Defaults,
    notes: Notes,
) -> Iterator[ParsedVariant]:
    seen: dict[tuple[str, ...], int] = {}
    for row in selling:
        chosen = choices(row, options, notes)
        combination = tuple(label.casefold() for label in chosen.values())
        earlier = seen.setdefault(combination, row.line)
        if earlier != row.line and "" not in combination:
            at = options[0].column.value_at if options else row.layout.places[Field.HANDLE][0]
            sentence = f"The same options already stand on line {earlier}."
            notes.refuse(row.line, row.layout.header[at], sentence)
        yield variant_of(row, handle, chosen, defaults, notes)


def _check_other_rows(rows: list[Row], selling: list[Row], notes: Notes) -> None:
    if not selling:
        notes.refuse(rows[0].line, Field.PRICE, "The price is missing.")
        return
    about = Field.IMAGE if Field.IMAGE in notes.layout.labels else Field.IMAGES
    for row in rows[1:]:
        if not row.is_variant and not row.text(about) and not row.text(Field.VARIANT_IMAGE):
            notes.refuse(row.line, about, "The row has no options, no price and no image.")


def _check_lengths(row: Row, notes: Notes) -> None:
    for about, limit in LIMITS.items():
        if len(row.text(about)) > limit:
            notes.refuse(row.line, about, f"The text is longer than {limit} characters.")


def _is_published(row: Row, notes: Notes) -> bool:
    active = notes.read(row, Field.STATUS, _status, True)
    said = Field.PUBLISHED in row.layout.places or not row.text(Field.STATUS)
    published = notes.read(row, Field.PUBLISHED, cells.truth, not said)
    if notes.read(row, Field.GIFT_CARD, cells.truth, False):
        notes.warn(row.line, Field.GIFT_CARD, "A gift card is imported unpublished.")
        return False
    return published and active


def _has_price(variants: tuple[ParsedVariant, ...]) -> bool:
    return any(each.price for each in variants)


def _status(text: str) -> bool:
    known = _STATUSES.get(text.casefold())
    if known is None:
        raise cells.CellRefused(f"{cells.shown(text)} is not active, draft or archived.")
    return known


def _attributes(row: Row) -> dict[str, str]:
    found = {code: row.cells[at].strip() for code, at in row.layout.attributes.items()}
    return {code: value for code, value in found.items() if value}


def _category(row: Row, notes: Notes) -> tuple[str, ...]:
    path = _names(row, Field.CATEGORY, ">", notes)
    known = path != ("Uncategorized",) and not (len(path) == 1 and path[0].isdecimal())
    return path if known else ()


def _names(row: Row, about: Field, separator: str, notes: Notes) -> tuple[str, ...]:
    parts = (" ".join(part.split()) for part in row.text(about).split(separator))
    names = tuple(dict.fromkeys(part for part in parts if part))
    if any(len(name) > MAX_NAME for name in names):
        notes.refuse(row.line, about, f"One of the names is longer than {MAX_NAME} characters.")
    return names
