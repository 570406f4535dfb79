"""One row, one variant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from commerce.catalogue.importing import cells
from commerce.catalogue.importing.columns import Field
from commerce.catalogue.importing.parsed import ParsedVariant
from commerce.catalogue.importing.rows import Notes, Row
from commerce.catalogue.importing.skus import SKU_LENGTH, derive_sku

_POLICIES = {"continue": True, "deny": False}


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the file does not say: whose it is and in which currency."""

    vendor: str
    currency: str


def variant_of(
    row: Row, handle: str, options: Mapping[str, str], defaults: Defaults, notes: Notes
) -> ParsedVariant:
    """Read the row's own facts, noting everything that is wrong with them."""
    sku = _sku(row, notes)
    price = _price(row, notes)
    stock, tracked, continues = _stock(row, notes)
    return ParsedVariant(
        line=row.line,
        sku=sku or derive_sku(defaults.vendor, handle, options),
        sku_derived=not sku,
        options=options,
        price=price,
        currency=notes.read(row, Field.CURRENCY, cells.currency, defaults.currency),
        compare_at_price=_compare_at(row, price, notes),
        stock=stock,
        track_stock=tracked,
        continue_selling=continues,
        gtin=notes.try_reading(row, Field.GTIN, lambda text: cells.gtin(_bare(text)), ""),
        weight_g=notes.read(row, Field.WEIGHT, cells.grams, None),
        image_url=notes.try_reading(row, Field.VARIANT_IMAGE, cells.web_address, ""),
    )


def _sku(row: Row, notes: Notes) -> str:
    sku = _bare(row.text(Field.SKU))
    if len(sku) > SKU_LENGTH:
        notes.refuse(row.line, Field.SKU, f"The SKU is longer than {SKU_LENGTH} characters.")
    elif not sku.isprintable():
        notes.refuse(
            row.line, Field.SKU, f"{cells.shown(sku)} holds a character that cannot be printed."
        )
    return sku


def _price(row: Row, notes: Notes) -> Decimal:
    if not row.text(Field.PRICE):
        notes.refuse(row.line, Field.PRICE, "The price is missing.")
        return Decimal(0)
    before = len(notes.problems)
    price = notes.read(row, Field.PRICE, cells.price, Decimal(0))
    if not price and len(notes.problems) == before:
        notes.warn(row.line, Field.PRICE, "The price is zero, so nobody can buy it.")
    return price


def _compare_at(row: Row, price: Decimal, notes: Notes) -> Decimal | None:
    before = notes.read(row, Field.COMPARE_AT, cells.price, Decimal(0))
    if 0 < before < price:
        sentence = "The earlier price is below the price, so it is left out."
        notes.warn(row.line, Field.COMPARE_AT, sentence)
    return before if before > price else None


def _stock(row: Row, notes: Notes) -> tuple[int | None, bool, bool]:
    stock = notes.read(row, Field.STOCK, cells.count, None)
    continues = notes.read(row, Field.POLICY, _policy, False)
    if stock is not None and stock < 0:
        if continues:
            notes.warn(row.line, Field.STOCK, f"{stock} is below zero and is read as 0.")
        else:
            notes.refuse(row.line, Field.STOCK, f"{stock} is below zero.")
        stock = 0
    if Field.TRACKER in row.layout.places:
        return stock, bool(row.text(Field.TRACKER)), continues
    return stock, stock is not None, continues


def _policy(text: str) -> bool:
    known = _POLICIES.get(text.casefold())
    return cells.truth(text) if known is None else known


def _bare(text: str) -> str:
    """Drop the apostrophe that keeps spreadsheets from reading digits as a number."""
    return text.removeprefix("'").strip()
