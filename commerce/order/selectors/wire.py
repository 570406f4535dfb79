"""Orders as they go over the wire: the group to its shopper, one part to its vendor."""

from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from commerce.order.models import Line, Order, VendorOrder
from common.utils import money
from common.utils.text import in_words, plain

LOADED = (
    "payments",
    Prefetch("vendor_orders", queryset=VendorOrder.objects.select_related("vendor")),
    "vendor_orders__lines",
    "vendor_orders__shipments__lines__line",
)
"""What the wire reads of an order group: prefetch it where many are written."""
TOTALS = ("items", "discount", "shipping", "tax", "total")
RECIPIENT = (
    "first_name", "last_name", "line1", "line2", "city", "state", "postcode", "country", "phone",
)  # fmt: skip


def group_as_data(order: Order, *, token: str | None = None) -> dict[str, Any]:
    """Return the order group; `token` opens it to a guest."""
    prefetch_related_objects([order], *LOADED)
    parts = sorted(order.vendor_orders.all(), key=lambda each: each.pk)
    payment = max(order.payments.all(), key=lambda each: each.pk, default=None)
    amounts = {
        "items": order.items_total,
        "discount": order.discount_total,
        "shipping": order.shipping_incl_tax,
        "tax": order.tax_total,
        "total": order.total_incl_tax,
        "refunded": order.refunded_total,
    }
    return {
        "number": order.number,
        "token": token,
        "status": order.status,
        "placed_at": order.date_placed,
        "currency": order.currency,
        "email": order.email,
        "totals": {key: money.wire(each, order.currency) for key, each in amounts.items()},
        "payment": payment and {"method": payment.method, "status": payment.status},
        "shipping_address": _recipient(parts[0]) if parts else None,
        "orders": [_part(each) for each in parts],
    }


def vendor_order_as_data(part: VendorOrder) -> dict[str, Any]:
    """Return what a vendor sees of its own order: never the group, the e-mail or other vendors."""
    return {
        **_part(part),
        "commission": money.wire(part.commission_amount, part.currency),
        "recipient": _recipient(part),
        "note": plain(part.customer_note),
        "reason": plain(part.reason),
        "placed_at": part.placed_at,
    }


def _recipient(part: VendorOrder) -> dict[str, str]:
    return {name: plain(part.recipient.get(name) or "") for name in RECIPIENT}


def _part(part: VendorOrder) -> dict[str, Any]:
    return {
        "id": part.public_id,
        "vendor": {"slug": part.vendor.slug, "name": plain(part.vendor.name)},
        "status": part.status,
        "shipping_method": {
            "code": part.shipping_method_code,
            "name": plain(part.shipping_method_name),
        },
        "lines": [_line(each, part.currency) for each in part.lines.all()],
        "totals": {
            name: money.wire(
                getattr(part, f"{name}_total" if name != "total" else name), part.currency
            )
            for name in TOTALS
        },
        "shipments": [_shipment(each) for each in part.shipments.all()],
    }


def _line(line: Line, currency: str) -> dict[str, Any]:
    return {
        "id": line.public_id,
        "sku": line.sku,
        "title": plain(line.title),
        "options": in_words(line.options),
        "customisations": line.customisations,
        "quantity": line.quantity,
        "shipped": line.num_shipped,
        "unit_price": money.wire(line.unit_price_incl_tax, currency),
        "line_price": money.wire(line.line_price_before_discounts_incl_tax, currency),
        "discount": money.wire(
            line.line_price_before_discounts_incl_tax - line.line_price_incl_tax, currency
        ),
    }


def _shipment(shipment: Any) -> dict[str, Any]:
    return {
        "id": shipment.public_id,
        "carrier": plain(shipment.carrier),
        "tracking": plain(shipment.tracking),
        "shipped_at": shipment.shipped_at,
        "lines": [
            {"line": each.line.public_id, "quantity": each.quantity}
            for each in shipment.lines.all()
        ],
    }
