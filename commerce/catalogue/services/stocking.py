"""The stock record of a variant with its SKU, count and prices, a row a currency."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction

from commerce.catalogue.exceptions import (
    FactRefused,
    PriceRefused,
    SkuTaken,
    StockBelowSold,
    UnknownCurrency,
)
from commerce.catalogue.importing.skus import derive_sku
from commerce.catalogue.models import Product
from commerce.catalogue.services.details import MAX_COUNT, whole
from commerce.catalogue.services.facts import PriceFacts, VariantFacts
from commerce.partner.exceptions import StockCommitted
from commerce.partner.models import Partner, Price, StockRecord
from commerce.partner.services import stock
from common.utils import money

MOST = Decimal("999999999999.99")
MAX_SKU = 128


def create(product: Product, variant: Product, facts: VariantFacts, pointer: str) -> None:
    """Write the stock record of a new variant.

    :raises SkuTaken: when the vendor has given the SKU to another variant.
    :raises PriceRefused: when a price cannot be.
    """
    vendor = vendor_of(product)
    own = _own_sku(facts.sku, pointer) or _derived_sku(vendor, product, facts)
    try:
        with transaction.atomic():
            record = StockRecord.objects.create(
                product=variant,
                partner=vendor,
                sku=_public_sku(vendor, own),
                partner_sku=own,
                num_in_stock=whole(facts.stock, MAX_COUNT, f"{pointer}/stock") or 0,
                is_tracked=facts.is_tracked,
                allow_backorder=facts.allow_backorder,
            )
    except IntegrityError:
        raise _taken(vendor, own, pointer) from None
    write_prices(record, facts.prices, pointer)


def change(product: Product, record: StockRecord, facts: VariantFacts, pointer: str) -> None:
    """Bring a locked stock record to what the facts say.

    :raises StockBelowSold: when more pieces are promised than would be left.
    """
    vendor = vendor_of(product)
    own = _own_sku(facts.sku, pointer)
    if own and own != record.partner_sku:
        _rename(vendor, record, own, pointer)
    _count(record, facts, pointer)
    write_prices(record, facts.prices, pointer)


def step_aside(records: Mapping[int, str]) -> None:
    """Free the SKUs of stock records that get others, so that two may change places."""
    for key in records:
        StockRecord.objects.filter(pk=key).update(partner_sku=f"~{key}", sku=f"~{key}")


def write_prices(
    record: StockRecord, prices: Mapping[str, PriceFacts | None], pointer: str
) -> None:
    """Set and take away the prices named; currencies left out stay as they are.

    :raises UnknownCurrency: when the shop does not sell in one.
    :raises PriceRefused: when an amount is not above zero, or the earlier one not above it.
    """
    there = {each.currency: each for each in Price.objects.filter(stockrecord=record)}
    for currency, facts in prices.items():
        at = f"{pointer}/prices/{currency}"
        if currency not in settings.SHOP_CURRENCIES:
            raise UnknownCurrency(f"The shop does not sell in {currency}.", pointer=at)
        row = there.get(currency)
        if facts is None:
            if row is not None:
                row.delete()
            continue
        amount, compare_at = _amounts(record, facts, at)
        if row is None:
            Price.objects.create(
                stockrecord=record, currency=currency, amount=amount, compare_at_amount=compare_at
            )
        elif (row.amount, row.compare_at_amount) != (amount, compare_at):
            row.amount, row.compare_at_amount = amount, compare_at
            row.save(update_fields=["amount", "compare_at_amount"])


def vendor_of(product: Product) -> Partner:
    """Return the vendor, which the constraint `product_has_vendor` promises."""
    assert product.vendor is not None
    return product.vendor


def _amounts(record: StockRecord, facts: PriceFacts, at: str) -> tuple[Decimal, Decimal | None]:
    for each in (facts.amount, facts.compare_at):
        if each is not None and not (each.is_finite() and abs(each) <= MOST):
            raise PriceRefused(f"The price of {record.sku} is too large.", pointer=f"{at}/amount")
    amount = money.rounded(facts.amount)
    if amount <= 0:
        raise PriceRefused(f"The price of {record.sku} must be above zero.", pointer=f"{at}/amount")
    if facts.compare_at is None:
        return amount, None
    compare_at = money.rounded(facts.compare_at)
    if compare_at <= amount:
        raise PriceRefused(
            f"The earlier price of {record.sku} must be above its price.",
            pointer=f"{at}/compare_at",
        )
    return amount, compare_at


def _count(record: StockRecord, facts: VariantFacts, pointer: str) -> None:
    wanted = whole(facts.stock, MAX_COUNT, f"{pointer}/stock")
    count = record.num_in_stock if wanted is None else wanted
    committed = record.num_allocated + record.num_reserved
    is_guarded = facts.is_tracked and not facts.allow_backorder
    if is_guarded and count < committed:
        raise StockBelowSold(
            f"{committed} of {record.sku} are sold or reserved: the stock cannot be lower.",
            pointer=f"{pointer}/stock",
        )
    if not is_guarded:
        _set_flags(record, facts)
    if count != record.num_in_stock:
        try:
            stock.set_stock(stockrecord_id=record.pk, quantity=count)
        except StockCommitted as refusal:
            raise StockBelowSold(refusal.detail, pointer=f"{pointer}/stock") from None
    if is_guarded:
        _set_flags(record, facts)


def _set_flags(record: StockRecord, facts: VariantFacts) -> None:
    wanted = {"is_tracked": facts.is_tracked, "allow_backorder": facts.allow_backorder}
    if any(getattr(record, name) != value for name, value in wanted.items()):
        StockRecord.objects.filter(pk=record.pk).update(**wanted)


def _rename(vendor: Partner, record: StockRecord, own: str, pointer: str) -> None:
    try:
        with transaction.atomic():
            StockRecord.objects.filter(pk=record.pk).update(
                partner_sku=own, sku=_public_sku(vendor, own)
            )
    except IntegrityError:
        raise _taken(vendor, own, pointer) from None
    record.partner_sku = own


def _own_sku(text: str, pointer: str) -> str:
    own = " ".join(text.split())
    if len(own) > MAX_SKU or own.startswith("~"):
        raise FactRefused(
            f"A SKU has at most {MAX_SKU} characters and does not begin with ~.",
            pointer=f"{pointer}/sku",
        )
    return own


def _derived_sku(vendor: Partner, product: Product, facts: VariantFacts) -> str:
    base = derive_sku(vendor.slug, product.slug, facts.options)
    mine = StockRecord.objects.filter(partner=vendor, partner_sku__startswith=base)
    taken = set(mine.values_list("partner_sku", flat=True))
    number, own = 2, base
    while own in taken:
        own, number = f"{base}-{number}", number + 1
    return own


def _public_sku(vendor: Partner, own: str) -> str:
    foreign = StockRecord.objects.filter(sku=own).exclude(partner=vendor).exists()
    return f"{vendor.slug}.{own}"[:MAX_SKU] if foreign else own


def _taken(vendor: Partner, own: str, pointer: str) -> Any:
    return SkuTaken(
        f"Another product of {vendor.name} has the SKU {own}.", pointer=f"{pointer}/sku"
    )
