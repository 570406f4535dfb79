"""What staff do with orders: who may, when, and which service does it."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.desk.acting import Act, NothingToSay, Reason
from commerce.order.models import Order, VendorOrder
from commerce.order.services import fulfilment, notes, steps
from commerce.payment.models import Payment
from identity.policies import roles

Status = VendorOrder.Status
WAITING = (Payment.Status.PENDING, Payment.Status.AUTHORISED)


def may_run_parts(user: Any) -> bool:
    """Return whether the person may act on the vendors' parts."""
    return roles.is_staff_member(user) and user.has_perm("order.change_vendororder")


def may_note(user: Any) -> bool:
    """Return whether the person may write notes."""
    return roles.is_staff_member(user) and user.has_perm("order.add_ordernote")


class Note(NothingToSay):
    """What to remember."""

    message = forms.CharField(
        label=gettext_lazy("Note"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class Parcel(NothingToSay):
    """How many of each line leave, and with whom."""

    def __init__(self, data: Any = None, *, row: VendorOrder, prefix: str) -> None:
        super().__init__(data, row=row, prefix=prefix)
        for line in row.lines.order_by("id"):
            left = line.quantity - line.num_shipped
            if left > 0:
                self.fields[line.public_id] = forms.IntegerField(
                    label=f"{line.title} · {line.sku}", min_value=0, initial=left, required=False,
                    help_text=_("%(left)s left to ship") % {"left": left},
                )  # fmt: skip
        self.fields["carrier"] = forms.CharField(
            label=gettext_lazy("Carrier"), max_length=128, required=False
        )
        self.fields["tracking"] = forms.CharField(
            label=gettext_lazy("Tracking number"), max_length=128, required=False
        )


def confirm_payment(row: Order, *, by: Any, at: datetime) -> str:
    """Note that the money has arrived."""
    fulfilment.confirm_payment(order_id=row.pk, by=by, at=at)
    return _("The payment is confirmed; the vendors may begin.")


def cancel_group(row: Order, *, reason: str, by: Any, at: datetime) -> str:
    """Call everything off."""
    fulfilment.cancel_group(order_id=row.pk, reason=reason, by=by, at=at)
    return _("Cancelled. What was paid goes back and the stock is free again.")


def add_note(row: Order, *, message: str, by: Any, at: datetime) -> str:
    """Write a note."""
    notes.add(order_id=row.pk, message=message, by=by, at=at)
    return _("The note is kept.")


def accept(row: VendorOrder, *, by: Any, at: datetime) -> str:
    """Accept for the vendor."""
    fulfilment.accept(vendor_order_id=row.pk, by=by, at=at)
    return _("Accepted.")


def reject(row: VendorOrder, *, reason: str, by: Any, at: datetime) -> str:
    """Reject for the vendor."""
    fulfilment.reject(vendor_order_id=row.pk, reason=reason, by=by, at=at)
    return _("Rejected. The shopper gets the money back.")


def ship(
    row: VendorOrder, *, carrier: str, tracking: str, by: Any, at: datetime, **pieces: int | None
) -> str:
    """Hand pieces to a carrier."""
    fulfilment.ship(
        vendor_order_id=row.pk, quantities={name: n for name, n in pieces.items() if n},
        carrier=carrier, tracking=tracking, by=by, at=at,
    )  # fmt: skip
    return _("Shipped. The shopper hears of the parcel.")


def deliver(row: VendorOrder, *, by: Any, at: datetime) -> str:
    """Note that everything has arrived."""
    fulfilment.deliver(vendor_order_id=row.pk, by=by, at=at)
    return _("Delivered.")


def cancel_part(row: VendorOrder, *, reason: str, by: Any, at: datetime) -> str:
    """Call one part off."""
    fulfilment.cancel_vendor_order(vendor_order_id=row.pk, reason=reason, by=by, at=at)
    return _("Cancelled. What was paid for it goes back and the stock is free again.")


def can_become(goal: str) -> Any:
    """Return a test of whether a step leads from where a part is to `goal`."""
    return lambda row: goal in steps.STEPS[row.status]


def waits_for_money(row: Order) -> bool:
    """Return whether the group's payment is still to come."""
    return row.payments.filter(status__in=WAITING).exists()


def can_be_cancelled(row: Order) -> bool:
    """Return whether something is left to cancel and nothing has left."""
    states = set(row.vendor_orders.values_list("status", flat=True))
    return bool(states - steps.ENDED) and not states & steps.SENT


ON_GROUPS = (
    Act(
        "confirm-payment", gettext_lazy("Confirm payment"), roles.can_run_operations,
        waits_for_money, confirm_payment,
    ),
    Act("note", gettext_lazy("Add a note"), may_note, lambda row: True, add_note, Note),
    Act(
        "cancel", gettext_lazy("Cancel the order"), roles.can_run_operations, can_be_cancelled,
        cancel_group, Reason, is_serious=True,
    ),
)  # fmt: skip
ON_PARTS = (
    Act(
        "accept", gettext_lazy("Accept"), may_run_parts, can_become(Status.ACCEPTED), accept
    ),
    Act("ship", gettext_lazy("Ship"), may_run_parts, can_become(Status.SHIPPED), ship, Parcel),
    Act(
        "deliver", gettext_lazy("It has arrived"), may_run_parts, can_become(Status.DELIVERED),
        deliver,
    ),
    Act(
        "reject", gettext_lazy("Reject"), may_run_parts, can_become(Status.REJECTED), reject,
        Reason, is_serious=True,
    ),
    Act(
        "cancel", gettext_lazy("Cancel this part"), may_run_parts, can_become(Status.CANCELLED),
        cancel_part, Reason, is_serious=True,
    ),
)  # fmt: skip
