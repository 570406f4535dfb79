"""The order group is written: one order of each vendor, lines as they were sold."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction

from commerce.order.models import Line, Order, VendorOrder, VendorOrderStatusChange
from commerce.payment.models import Payment
from common.outbox.services import events
from common.utils import ids, money

TRIES = 5
PAID = (Payment.Status.CAPTURED, Payment.Status.AUTHORISED)


def place(
    *, checkout: Any, found: Any, payment: Payment, allocated: Mapping[int, int], at: datetime
) -> Order:
    """Write the group of a checkout from its quote and tell `order.placed`.

    `allocated` says how many pieces of each stock record were set aside.
    """
    is_paid = payment.status in PAID
    order = _group(checkout, found, is_paid, at)
    status = VendorOrder.Status.PLACED if is_paid else VendorOrder.Status.PENDING
    parts = [_part(order, checkout, parcel, status, at) for parcel in found.parcels]
    VendorOrder.objects.bulk_create(parts)
    left = dict(allocated)
    lines = []
    for part, parcel in zip(parts, found.parcels, strict=True):
        lines += [_line(order, part, each, left) for each in parcel.lines]
    Line.objects.bulk_create(lines)
    VendorOrderStatusChange.objects.bulk_create(
        [
            VendorOrderStatusChange(vendor_order=each, new_status=status, by=checkout.user, at=at)
            for each in parts
        ]
    )
    events.record(type="order.placed", subject_id=order.number, payload={"order_id": order.pk})
    return order


def _group(checkout: Any, found: Any, is_paid: bool, at: datetime) -> Order:
    total, tax = found.sum("total"), found.sum("tax")
    shipping = found.sum("shipping")
    order = Order(
        basket=checkout.basket,
        user=checkout.user,
        currency=found.basket.currency,
        total_incl_tax=total,
        total_excl_tax=total - tax,
        shipping_incl_tax=shipping,
        shipping_excl_tax=shipping - money.tax_within(shipping, settings.SHOP_TAX_RATE),
        items_total=found.sum("items"),
        discount_total=found.sum("discount"),
        tax_total=tax,
        refunded_total=money.ZERO,
        status=Order.Status.PAID if is_paid else Order.Status.PENDING,
        email=checkout.email,
        guest_email="" if checkout.user else checkout.email,
        phone=checkout.phone,
        customer_note=checkout.note,
        locale=checkout.locale,
        date_placed=at,
    )
    _number(order)
    return order


def _number(order: Order) -> None:
    """Save the group under a number nobody has; a basket ordered already is not tried again."""
    for left in reversed(range(TRIES)):
        order.number = ids.order_number()
        try:
            with transaction.atomic():
                Order.objects.bulk_create([order])
        except IntegrityError:
            if not left or not Order.objects.filter(number=order.number).exists():
                raise
            order.pk = None
        else:
            return


def _part(order: Order, checkout: Any, parcel: Any, status: str, at: datetime) -> VendorOrder:
    rate = parcel.vendor.commission_rate
    return VendorOrder(
        order=order,
        vendor=parcel.vendor,
        status=status,
        currency=order.currency,
        items_total=parcel.items,
        discount_total=parcel.discount,
        shipping_total=parcel.shipping,
        tax_total=parcel.tax,
        total=parcel.total,
        shipping_method_code=parcel.chosen.code,
        shipping_method_name=parcel.chosen.name,
        commission_rate=rate,
        commission_amount=money.rounded((parcel.items - parcel.discount) * rate),
        recipient=checkout.shipping_address,
        customer_note=checkout.note,
        placed_at=at,
    )


def _line(order: Order, part: VendorOrder, line: Any, left: dict[int, int]) -> Line:
    product = line.product
    canonical = product.parent if product.is_child else product
    unit = line.purchase_info.price.incl_tax
    before = unit * line.quantity
    after = before - money.rounded(money.ZERO + line.discounts.total)
    set_aside = min(line.quantity, left.get(line.stockrecord_id, 0))
    left[line.stockrecord_id] = left.get(line.stockrecord_id, 0) - set_aside
    net = 1 + settings.SHOP_TAX_RATE
    return Line(
        order=order,
        vendor_order=part,
        partner=part.vendor,
        partner_name=part.vendor.name,
        partner_sku=line.stockrecord.partner_sku,
        stockrecord=line.stockrecord,
        product=product,
        title=canonical.title,
        upc=product.upc,
        sku=line.stockrecord.sku,
        options=product.variant_options or {},
        customisations=line.customisations,
        quantity=line.quantity,
        num_allocated=set_aside,
        unit_price_incl_tax=unit,
        unit_price_excl_tax=money.rounded(unit / net),
        line_price_incl_tax=after,
        line_price_excl_tax=money.rounded(after / net),
        line_price_before_discounts_incl_tax=before,
        line_price_before_discounts_excl_tax=money.rounded(before / net),
    )
