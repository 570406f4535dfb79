"""A vendor order as its vendor sees it: nothing of the group, of rivals, or of the account."""

from typing import Any

from django.db.models import QuerySet

from commerce.order.models import Line, VendorOrder
from commerce.partner.models import Partner
from common.exceptions import NotFound
from common.utils.money import wire

TOTALS = ("items", "discount", "shipping", "tax")
RECIPIENT = (
    "first_name", "last_name", "line1", "line2", "city", "state", "postcode", "country", "phone",
)  # fmt: skip


def orders_of(vendor: Partner, *, status: str | None = None) -> QuerySet[VendorOrder]:
    """Return the orders of a vendor, the newest first."""
    found = VendorOrder.objects.filter(vendor=vendor)
    if status:
        found = found.filter(status=status)
    return found.prefetch_related("lines", "shipments__lines__line").order_by("-placed_at", "-id")


def order_of(vendor: Partner, public_id: str) -> VendorOrder:
    """Return one order of a vendor.

    :raises NotFound: when it is somebody else's or nobody's.
    """
    found = orders_of(vendor).filter(public_id=public_id).first()
    if found is None:
        raise NotFound
    return found


def vendor_order_as_data(order: VendorOrder) -> dict[str, Any]:
    """Return the order as it goes over the wire."""
    totals = {name: wire(getattr(order, f"{name}_total"), order.currency) for name in TOTALS}
    return {
        "id": order.public_id,
        "status": order.status,
        "placed_at": order.placed_at,
        "lines": [_line(each, order.currency) for each in order.lines.all()],
        "totals": {**totals, "total": wire(order.total, order.currency)},
        "commission": wire(order.commission_amount, order.currency),
        "recipient": {name: order.recipient.get(name, "") for name in RECIPIENT},
        "shipping_method": {
            "code": order.shipping_method_code,
            "name": order.shipping_method_name,
        },
        "shipments": [_shipment(each) for each in order.shipments.all()],
        "note": order.customer_note,
    }


def _line(line: Line, currency: str) -> dict[str, Any]:
    return {
        "id": line.public_id,
        "sku": line.sku,
        "title": line.title,
        "quantity": line.quantity,
        "num_shipped": line.num_shipped,
        "unit_price": wire(line.unit_price_incl_tax, currency),
        "line_price": wire(line.line_price_before_discounts_incl_tax, currency),
        "options": line.options,
        "customisations": line.customisations,
    }


def _shipment(shipment: Any) -> dict[str, Any]:
    return {
        "id": shipment.public_id,
        "carrier": shipment.carrier,
        "tracking": shipment.tracking,
        "shipped_at": shipment.shipped_at,
        "lines": [
            {"line": each.line.public_id, "quantity": each.quantity}
            for each in shipment.lines.all()
        ],
    }
