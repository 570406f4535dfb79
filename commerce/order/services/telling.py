"""What shoppers and vendors are told of an order, once each."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db import transaction

from commerce.order.models import Line, Order, Shipment, VendorOrder
from common.utils.money import wire
from notifications.services import messages

Status = VendorOrder.Status
UNTOLD = (Status.PENDING, Status.REJECTED, Status.CANCELLED)
"""Parts that their vendor has nothing to do for."""


@transaction.atomic
def placed(*, order_id: int) -> None:
    """Confirm an order to its shopper, and tell its vendors unless it waits for its money."""
    order = Order.objects.get(pk=order_id)
    parts = _parts(order_id)
    messages.queue(
        kind="order_confirmation",
        recipient=order.email,
        context=_confirmation(order, parts),
        dedupe_key=f"order_confirmation:{order.pk}",
        locale=order.locale,
    )
    _tell_vendors(parts)


@transaction.atomic
def paid(*, order_id: int) -> None:
    """Tell the vendors of an order whose money has arrived; those told before hear nothing."""
    _tell_vendors(_parts(order_id))


@transaction.atomic
def cancelled(*, order_id: int, vendor_order_id: int | None = None) -> None:
    """Tell the shopper that their order is off, or the part of it from one vendor."""
    order = Order.objects.get(pk=order_id)
    total, vendor, key = order.total_incl_tax, "", str(order.pk)
    if vendor_order_id is not None:
        part = order.vendor_orders.select_related("vendor").get(pk=vendor_order_id)
        total, vendor, key = part.total, part.vendor.name, f"{order.pk}:{part.pk}"
    messages.queue(
        kind="order_cancelled",
        recipient=order.email,
        context={
            "number": order.number,
            "vendor": vendor,
            "total": wire(total, order.currency),
        },
        dedupe_key=f"order_cancelled:{key}",
        locale=order.locale,
    )


@transaction.atomic
def shipped(*, shipment_id: int) -> None:
    """Tell the shopper of a parcel."""
    parcel = Shipment.objects.select_related("vendor_order__vendor", "vendor_order__order").get(
        pk=shipment_id
    )
    order = parcel.vendor_order.order
    rows = parcel.lines.select_related("line").order_by("id")
    messages.queue(
        kind="vendor_order_shipped",
        recipient=order.email,
        context={
            "number": order.number,
            "vendor": parcel.vendor_order.vendor.name,
            "carrier": parcel.carrier,
            "tracking": parcel.tracking,
            "lines": [
                {"title": row.line.title, "sku": row.line.sku, "quantity": row.quantity}
                for row in rows
            ],
        },
        dedupe_key=f"vendor_order_shipped:{parcel.pk}",
        locale=order.locale,
    )


def _parts(order_id: int) -> list[VendorOrder]:
    found = VendorOrder.objects.filter(order_id=order_id).select_related("vendor")
    return list(found.prefetch_related("lines").order_by("id"))


def _tell_vendors(parts: Iterable[VendorOrder]) -> None:
    for part in parts:
        if part.vendor.email and part.status not in UNTOLD:
            _tell_vendor(part)


def _tell_vendor(part: VendorOrder) -> None:
    messages.queue(
        kind="vendor_order_placed",
        recipient=part.vendor.email,
        context={
            "id": part.public_id,
            "vendor": part.vendor.name,
            "lines": _lines(part.lines.all(), part.currency),
            "total": wire(part.total, part.currency),
            "note": part.customer_note,
        },
        dedupe_key=f"vendor_order_placed:{part.pk}",
    )


def _confirmation(order: Order, parts: list[VendorOrder]) -> dict[str, Any]:
    def money(amount: Decimal) -> Any:
        return wire(amount, order.currency)

    return {
        "number": order.number,
        "vendors": [
            {"name": part.vendor.name, "lines": _lines(part.lines.all(), part.currency)}
            for part in parts
        ],
        "items": money(order.items_total),
        "discount": money(order.discount_total),
        "shipping": money(order.shipping_incl_tax),
        "total": money(order.total_incl_tax),
    }


def _lines(lines: Iterable[Line], currency: str) -> list[dict[str, Any]]:
    return [
        {
            "title": line.title,
            "sku": line.sku,
            "quantity": line.quantity,
            "total": wire(line.line_price_incl_tax, currency),
        }
        for line in lines
    ]
