"""The steps a vendor order may take, taken under lock and written down."""

from datetime import datetime
from typing import Any

from commerce.order.models import Line, Order, VendorOrder, VendorOrderStatusChange
from common import audit
from common.exceptions import Conflict, Invalid, NotFound
from common.outbox.services import events

Status = VendorOrder.Status
STEPS: dict[str, frozenset[str]] = {
    Status.PENDING: frozenset({Status.PLACED, Status.CANCELLED}),
    Status.PLACED: frozenset({Status.ACCEPTED, Status.REJECTED, Status.CANCELLED}),
    Status.ACCEPTED: frozenset({Status.PARTIALLY_SHIPPED, Status.SHIPPED, Status.CANCELLED}),
    Status.PARTIALLY_SHIPPED: frozenset({Status.PARTIALLY_SHIPPED, Status.SHIPPED}),
    Status.SHIPPED: frozenset({Status.DELIVERED}),
    Status.DELIVERED: frozenset(),
    Status.REJECTED: frozenset(),
    Status.CANCELLED: frozenset(),
}
ENDED = frozenset({Status.REJECTED, Status.CANCELLED})
SENT = frozenset({Status.PARTIALLY_SHIPPED, Status.SHIPPED, Status.DELIVERED})


class IllegalStep(Conflict):
    """The order is in a state from which this step does not lead on."""

    code = "illegal_step"
    title = "The order cannot take this step now"


class AlreadyShipped(Conflict):
    """A parcel has left; the rest is a return."""

    code = "already_shipped"
    title = "Something of this order has shipped already"


class NothingToShip(Invalid):
    """The parcel would be empty or hold more than is left to ship."""

    code = "quantity_not_shippable"
    title = "So many pieces cannot be shipped"


class UnknownLine(Invalid):
    """The line is not one of this order."""

    code = "unknown_line"
    title = "There is no such line in this order"


def locked(vendor_order_id: int) -> VendorOrder:
    """Return the vendor order, its group and itself locked in that order."""
    found = VendorOrder.objects.filter(pk=vendor_order_id).values_list("order_id", flat=True)
    group_id = found.first()
    if group_id is None:
        raise NotFound
    Order.objects.select_for_update(of=("self",)).get(pk=group_id)
    return VendorOrder.objects.select_for_update(of=("self",)).get(pk=vendor_order_id)


def locked_group(order_id: int) -> tuple[Order, list[VendorOrder]]:
    """Return the group and its vendor orders, all locked."""
    group = Order.objects.select_for_update(of=("self",)).filter(pk=order_id).first()
    if group is None:
        raise NotFound
    mine = VendorOrder.objects.select_for_update(of=("self",)).filter(order_id=order_id)
    return group, list(mine.order_by("id"))


def left_of(line: Line) -> int:
    """Return how many pieces of the line have not been shipped."""
    return line.quantity - line.num_shipped


def require_reachable(order: VendorOrder, goal: str) -> None:
    """Return when a step leads from where the order is to `goal`.

    :raises IllegalStep: when none does.
    """
    if goal not in STEPS[order.status]:
        raise IllegalStep(f"An order that is {order.status} cannot become {goal}.")


def take(order: VendorOrder, goal: str, *, by: Any, at: datetime, **fields: Any) -> None:
    """Move a locked order to `goal`, and write who did it.

    :raises IllegalStep: when no step leads there.
    """
    require_reachable(order, goal)
    old, order.status = order.status, goal
    for name, value in fields.items():
        setattr(order, name, value)
    order.save(update_fields=["status", "updated_at", *fields])
    person = by if getattr(by, "pk", None) else None
    VendorOrderStatusChange.objects.create(
        vendor_order=order, old_status=old, new_status=goal, by=person, at=at
    )
    audit.record(
        actor=by,
        action=f"order.{goal}",
        subject=order,
        at=at,
        before={"status": str(old)},
        after={"status": str(goal)},
        vendor_slug=order.vendor.slug,
    )


def tell(type: str, order: VendorOrder, **more: int) -> None:
    """Tell what happened to the order."""
    payload = {"order_id": order.order_id, "vendor_order_id": order.pk, **more}
    events.record(type=type, subject_id=order.public_id, payload=payload)


def settle_group(order_id: int) -> str:
    """Derive the state of a locked group from its parts, write it and return it."""
    parts = VendorOrder.objects.filter(order_id=order_id).values_list("status", flat=True)
    status = group_status(set(parts))
    Order.objects.filter(pk=order_id).update(status=status)
    return status


def group_status(parts: set[str]) -> str:
    """Return the state of a group whose parts are in these states."""
    live = parts - ENDED
    if not live:
        return Order.Status.CANCELLED
    if Status.PENDING in live:
        return Order.Status.PENDING
    if live == {Status.DELIVERED}:
        return Order.Status.DELIVERED
    if live <= {Status.SHIPPED, Status.DELIVERED}:
        return Order.Status.SHIPPED
    return Order.Status.PARTIALLY_SHIPPED if live & SENT else Order.Status.PAID
