"""Order groups and the orders of vendors, with what staff may do about them."""

from typing import Any, ClassVar

from django.utils import timezone

from cms.desk.acting import Act, ActingView, Field, Said
from commerce.order.models import Order, OrderNote, VendorOrder  # type: ignore[attr-defined]
from commerce.order.services import fulfilment
from commerce.order.services.steps import ENDED, SENT, STEPS

CHANGE = "order.change_order"
CHANGE_PART = "order.change_vendororder"
Status = VendorOrder.Status


def _confirm(order: Order, user: Any, said: Said) -> str:
    fulfilment.confirm_payment(order_id=order.pk, by=user, at=timezone.now())
    return "The payment is confirmed; the vendors may begin."


def _cancel(order: Order, user: Any, said: Said) -> str:
    fulfilment.cancel_group(
        order_id=order.pk, by=user, reason=said.get("reason", ""), at=timezone.now()
    )
    return "The order is cancelled; what was paid goes back."


def _note(order: Order, user: Any, said: Said) -> str:
    if not said.get("message"):
        return "Nothing was written."
    OrderNote.objects.create(
        order=order, user=user, note_type="Info", message=said["message"][:2000]
    )
    return "The note is kept."


def _is_cancellable(order: Order) -> bool:
    parts = set(order.vendor_orders.values_list("status", flat=True))
    return bool(parts - ENDED) and not parts & SENT


class OrderPage(ActingView):
    """One order group."""

    template_name = "desk/order.html"
    acts: ClassVar[tuple[Act, ...]] = (
        Act(
            name="confirm", label="Confirm payment", permission=CHANGE, run=_confirm,
            applies=lambda order: order.status == Order.Status.PENDING,
        ),
        Act(
            name="note", label="Add note", permission="order.add_ordernote", run=_note,
            fields=lambda order: [Field("message", "Note", is_required=True)],
        ),
        Act(
            name="cancel", label="Cancel order", permission=CHANGE, run=_cancel,
            applies=_is_cancellable, is_grave=True,
            fields=lambda order: [Field("reason", "Reason", is_required=True)],
        ),
    )  # fmt: skip

    def beside(self) -> dict[str, Any]:
        """Return the orders of the vendors, the payments and the notes."""
        parts = self.object.vendor_orders.select_related("vendor").prefetch_related("lines")
        return {
            "parts": parts.order_by("pk"),
            "payments": self.object.payments.order_by("pk"),
            "notes": self.object.notes.select_related("user").order_by("pk"),
        }


def _accept(part: VendorOrder, user: Any, said: Said) -> str:
    fulfilment.accept(vendor_order_id=part.pk, by=user, at=timezone.now())
    return "The order is accepted."


def _ship(part: VendorOrder, user: Any, said: Said) -> str:
    quantities = {
        line.public_id: int(said[line.public_id])
        for line in part.lines.all()
        if said.get(line.public_id, "").isdecimal() and 0 < int(said[line.public_id]) < 10_000
    }
    fulfilment.ship(
        vendor_order_id=part.pk, quantities=quantities, carrier=said.get("carrier", "")[:128],
        tracking=said.get("tracking", "")[:128], by=user, at=timezone.now(),
    )  # fmt: skip
    return "The parcel is on its way; the shopper is told."


def _reject(part: VendorOrder, user: Any, said: Said) -> str:
    fulfilment.reject(
        vendor_order_id=part.pk, by=user, reason=said.get("reason", ""), at=timezone.now()
    )
    return "The order is rejected; its money goes back."


def _cancel_part(part: VendorOrder, user: Any, said: Said) -> str:
    fulfilment.cancel_vendor_order(
        vendor_order_id=part.pk, by=user, reason=said.get("reason", ""), at=timezone.now()
    )
    return "This vendor's part is cancelled; its money goes back."


def _parcel(part: VendorOrder) -> list[Field]:
    asked = [
        Field(line.public_id, f"{line.title} · {line.sku}", "number", str(left))
        for line in part.lines.order_by("pk")
        if (left := line.quantity - line.num_shipped)
    ]
    return [*asked, Field("carrier", "Carrier"), Field("tracking", "Tracking number")]


class VendorOrderPage(ActingView):
    """One vendor's order."""

    template_name = "desk/vendor_order.html"
    acts: ClassVar[tuple[Act, ...]] = (
        Act(
            name="accept", label="Accept", permission=CHANGE_PART, run=_accept,
            applies=lambda part: Status.ACCEPTED in STEPS[part.status],
        ),
        Act(
            name="ship", label="Ship", permission=CHANGE_PART, run=_ship,
            applies=lambda part: Status.SHIPPED in STEPS[part.status], fields=_parcel,
        ),
        Act(
            name="reject", label="Reject", permission=CHANGE_PART, run=_reject, is_grave=True,
            applies=lambda part: Status.REJECTED in STEPS[part.status],
            fields=lambda part: [Field("reason", "Reason", is_required=True)],
        ),
        Act(
            name="cancel", label="Cancel", permission=CHANGE_PART, run=_cancel_part,
            is_grave=True, applies=lambda part: Status.CANCELLED in STEPS[part.status],
            fields=lambda part: [Field("reason", "Reason", is_required=True)],
        ),
    )  # fmt: skip

    def beside(self) -> dict[str, Any]:
        """Return lines, parcels and the steps taken."""
        return {
            "lines": self.object.lines.order_by("pk"),
            "shipments": self.object.shipments.prefetch_related("lines__line"),
            "steps": self.object.status_changes.select_related("by").order_by("pk"),
        }
