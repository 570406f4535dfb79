"""Lines come, change and go."""

import hashlib
from collections.abc import Mapping
from typing import Any

import orjson
from django.db.models import Prefetch
from oscar.core.loading import get_class

from commerce.basket.exceptions import (
    InsufficientStock,
    MeasurementsNotTaken,
    NotSoldInCurrency,
    UnknownCustomisation,
    UnknownSku,
)
from commerce.basket.models import Basket, Line
from commerce.basket.selectors import baskets
from commerce.basket.selectors.access import Caller
from commerce.basket.services.editing import editing, touch
from commerce.partner.models import Price, StockRecord
from commerce.partner.strategy import is_sold
from common.exceptions import NotFound

Selector = get_class("partner.strategy", "Selector")
MOST_WITHOUT_STOCK = 9_999


def add_line(
    *,
    basket_id: str,
    caller: Caller,
    sku: str,
    quantity: int,
    customisations: Mapping[str, str] | None = None,
    measurement_set: str | None = None,
    version: int | None = None,
) -> Basket:
    """Put `quantity` pieces of a variant in the basket, onto the line that has it already.

    :raises UnknownSku: when nothing sold here has this SKU.
    :raises NotSoldInCurrency: when it has no price in the basket's currency.
    :raises InsufficientStock: when fewer are left than the basket would hold.
    """
    _require_plain(customisations, measurement_set)
    with editing(basket_id=basket_id, caller=caller, version=version) as basket:
        record = _sold(sku, basket.currency)
        info = _info(basket, caller, record)
        if not info.price.exists:
            raise NotSoldInCurrency(f"{sku} has no price in {basket.currency}.", pointer="/sku")
        same_stock = list(basket.lines.filter(stockrecord=record))
        _require_left(info, sku, sum(line.quantity for line in same_stock) + quantity)
        reference = line_reference(record, customisations or {})
        line = next((each for each in same_stock if each.line_reference == reference), None)
        line = line or _fresh(basket, record, reference, customisations or {})
        _keep(line, basket, line.quantity + quantity, info.price)
        touch(basket)
    return basket


def set_quantity(
    *, basket_id: str, line_id: str, caller: Caller, quantity: int, version: int | None = None
) -> Basket:
    """Make the line hold `quantity` pieces.

    :raises NotFound: when the basket has no such line.
    :raises InsufficientStock: when fewer are left, none when it is no longer sold.
    """
    with editing(basket_id=basket_id, caller=caller, version=version) as basket:
        lines = list(baskets.lines(basket=basket))
        line = next((each for each in lines if each.public_id == line_id), None)
        if line is None:
            raise NotFound
        info = _info(basket, caller, line.stockrecord, product=line.product)
        others = sum(
            each.quantity
            for each in lines
            if each.stockrecord_id == line.stockrecord_id and each is not line
        )
        _require_left(info, line.stockrecord.sku, others + quantity)
        _keep(line, basket, quantity, info.price)
        touch(basket)
    return basket


def remove_line(
    *, basket_id: str, line_id: str, caller: Caller, version: int | None = None
) -> Basket:
    """Take the line out of the basket.

    :raises NotFound: when the basket has no such line.
    """
    with editing(basket_id=basket_id, caller=caller, version=version) as basket:
        held = {line.public_id: line.pk for line in basket.lines.all()}
        if line_id not in held:
            raise NotFound
        Line.objects.filter(pk=held[line_id]).delete()
        touch(basket)
    return basket


def line_reference(record: StockRecord, customisations: Mapping[str, str]) -> str:
    """Return what tells a line from others: the variant and how it is customised."""
    base = f"{record.product_id}_{record.pk}"
    if not customisations:
        return base
    packed = orjson.dumps(dict(customisations), option=orjson.OPT_SORT_KEYS)
    return f"{base}_{hashlib.sha256(packed).hexdigest()[:16]}"


def most_of(availability: Any) -> int:
    """Return how many pieces one basket may hold."""
    left = availability.num_available
    return MOST_WITHOUT_STOCK if left is None else min(left, MOST_WITHOUT_STOCK)


def _require_plain(customisations: Mapping[str, str] | None, measurement_set: str | None) -> None:
    if customisations:
        raise UnknownCustomisation(pointer="/customisations")
    if measurement_set is not None:
        raise MeasurementsNotTaken(pointer="/measurement_set")


def _sold(sku: str, currency: str) -> StockRecord:
    prices = Prefetch("prices", queryset=Price.objects.filter(currency=currency))
    record = (
        StockRecord.objects.filter(sku=sku)
        .select_related("product__parent__vendor", "product__vendor")
        .prefetch_related(prices)
        .first()
    )
    if record is None or not is_sold(record.product):
        raise UnknownSku(f"Nothing sold here has the SKU {sku}.", pointer="/sku")
    return record


def _info(basket: Basket, caller: Caller, record: StockRecord, product: Any = None) -> Any:
    strategy = Selector().strategy(user=caller.user, currency=basket.currency)
    return strategy.fetch_for_product(product or record.product, record)


def _require_left(info: Any, sku: str, wanted: int) -> None:
    if wanted > (left := most_of(info.availability)):
        raise InsufficientStock(sku=sku, available=left)


def _fresh(
    basket: Basket, record: StockRecord, reference: str, customisations: Mapping[str, str]
) -> Line:
    return Line(
        basket=basket,
        product=record.product,
        stockrecord=record,
        line_reference=reference,
        quantity=0,
        customisations=dict(customisations),
    )


def _keep(line: Line, basket: Basket, quantity: int, price: Any) -> None:
    line.basket = basket
    line.quantity = quantity
    line.price_currency = basket.currency
    line.price_incl_tax = price.incl_tax
    line.price_excl_tax = price.excl_tax
    line.save()
