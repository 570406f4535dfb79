"""Variants as they are sold in one currency: price, availability, options, terms."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from commerce.catalogue.models import Product
from commerce.partner.models import Price, StockRecord
from commerce.storefront.composition.sources import Dictionary, Source
from common.utils.text import in_words, plain

TERM_LENGTH = 200


@dataclass(frozen=True)
class Offered:
    """A variant with its valid price in the asked currency."""

    variant: Product
    record: StockRecord
    price: Decimal
    compare_at: Decimal | None
    valid_until: datetime | None
    availability: str
    options: dict[str, str]

    @property
    def in_stock(self) -> bool:
        """Return whether a piece lies ready."""
        return self.availability == "in_stock"


def offered_in(
    source: Source, *, currency: str, dictionary: Dictionary, at: datetime
) -> list[Offered]:
    """Return the variants that can be bought in a currency at a time, in the vendor's order."""
    found = []
    for variant in source.variants:
        record = source.stock.get(variant.pk)
        price = _valid_price(record, currency, at) if record else None
        if record is not None and price is not None:
            found.append(_offered(source, variant, record, price))
    return sorted(found, key=lambda each: _place(each, source, dictionary))


def _valid_price(record: StockRecord, currency: str, at: datetime) -> Price | None:
    for price in record.prices.all():
        if price.currency != currency:
            continue
        begun = price.valid_from is None or price.valid_from <= at
        if begun and (price.valid_until is None or price.valid_until > at):
            return price
    return None


def _offered(source: Source, variant: Product, record: StockRecord, price: Price) -> Offered:
    return Offered(
        variant=variant,
        record=record,
        price=price.amount,
        compare_at=price.compare_at_amount,
        valid_until=price.valid_until,
        availability=availability_of(source.product, record),
        options=in_words(variant.variant_options or {}),
    )


def availability_of(product: Product, record: StockRecord) -> str:
    """Return `in_stock`, `made_to_order`, `backorder` or `out_of_stock`."""
    kind = product.product_class
    tracked = record.is_tracked and (kind is None or kind.track_stock)
    if tracked and record.net_stock_level <= 0:
        if not record.allow_backorder:
            return "out_of_stock"
        return "made_to_order" if product.is_made_to_measure else "backorder"
    return "made_to_order" if product.is_made_to_measure else "in_stock"


def _place(offered: Offered, source: Source, dictionary: Dictionary) -> Any:
    codes = [each["code"] for each in options_of(source.product, dictionary, [offered])]
    values = [
        dictionary.value_places.get((code, offered.options.get(code, "")), (10_000, ""))[0]
        for code in codes
    ]
    return values, offered.variant.variant_position, offered.variant.pk


def options_of(
    product: Product, dictionary: Dictionary, offered: list[Offered]
) -> list[dict[str, Any]]:
    """Return the options in order with the values that are offered, each in its order."""
    listed = [str(each.get("code", "")) for each in product.option_types or []]
    named = {str(each.get("code")): each.get("name") for each in product.option_types or []}
    used = {code for each in offered for code in each.options}
    rest = sorted(used - set(listed), key=lambda c: (dictionary.option_places.get(c, 10_000), c))
    return [
        {
            "code": code,
            "name": dictionary.option_names.get(code) or plain(str(named.get(code) or "")) or code,
            "values": _values(code, dictionary, offered),
        }
        for code in [*listed, *rest]
        if code in used
    ]


def _values(code: str, dictionary: Dictionary, offered: list[Offered]) -> list[str]:
    seen = list(dict.fromkeys(each.options[code] for each in offered if code in each.options))
    order = {value: place for place, value in enumerate(seen)}
    return sorted(
        seen,
        key=lambda value: (
            dictionary.value_places.get((code, value), (10_000, ""))[0],
            order[value],
        ),
    )


def option_terms(offered: Offered) -> list[str]:
    """Return `option.size=M` for each option of a variant."""
    return [f"option.{code}={value}"[:TERM_LENGTH] for code, value in offered.options.items()]
