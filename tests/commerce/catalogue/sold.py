"""Somebody bought a variant."""

from decimal import Decimal
from typing import Any

from django.utils import timezone

from commerce.order.models import Line, Order, VendorOrder


def sell(variant: Any, *, quantity: int = 2) -> Line:
    """Write an order of the variant whose pieces are set aside."""
    record = variant.stockrecords.get()
    type(record).objects.filter(pk=record.pk).update(num_allocated=quantity)
    total = Decimal("20000.00")
    group = Order.objects.create(
        number=f"N{record.pk}", currency="NGN", total_incl_tax=total, total_excl_tax=total,
        shipping_incl_tax=0, shipping_excl_tax=0, items_total=total, status="paid",
        email="shopper@example.com", date_placed=timezone.now(),
    )  # fmt: skip
    part = VendorOrder.objects.create(
        order=group, vendor=record.partner, status="placed", currency="NGN", items_total=total,
        total=total, commission_rate="0.15", commission_amount=3000,
        recipient={"first_name": "Ada"}, placed_at=timezone.now(),
    )  # fmt: skip
    return Line.objects.create(
        order=group, vendor_order=part, partner=record.partner, stockrecord=record,
        product=variant, title="Shirt", sku=record.sku, quantity=quantity,
        num_allocated=quantity, unit_price_incl_tax=10000, unit_price_excl_tax=10000,
        line_price_incl_tax=total, line_price_excl_tax=total,
        line_price_before_discounts_incl_tax=total, line_price_before_discounts_excl_tax=total,
    )  # fmt: skip
