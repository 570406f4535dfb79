"""What happens to an order after it is placed: accepted, rejected, shipped, delivered, cancelled.

Every step locks the group first and then its vendor orders by key, so that two of them never
wait for each other; an illegal step is refused by name and leaves nothing behind.
"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import F, Sum
from django.db.models.functions import Greatest

from commerce.offer.models import ConditionalOffer, OfferApplication
from commerce.order.models import Line, Order, Shipment, ShipmentLine, VendorOrder
from commerce.order.services import steps
from commerce.order.services.steps import AlreadyShipped, NothingToShip, UnknownLine
from commerce.partner.services import stock
from commerce.voucher.models import Voucher, VoucherApplication
from common import audit
from common.outbox.services import events
from common.utils.money import ZERO

Status = VendorOrder.Status


@transaction.atomic
def accept(*, vendor_order_id: int, by: Any, at: datetime) -> VendorOrder:
    """Promise to make and send the order.

    :raises IllegalStep: unless it is placed.
    """
    order = steps.locked(vendor_order_id)
    steps.take(order, Status.ACCEPTED, by=by, at=at, accepted_at=at)
    steps.tell("order.accepted", order)
    steps.settle_group(order.order_id)
    return order


@transaction.atomic
def confirm_payment(*, order_id: int, by: Any, at: datetime) -> Order:
    """Note that the money of a group has arrived, so that its vendors may begin.

    :raises PaymentNotPending: when the group waits for no money.
    """
    from commerce.payment.services import payments

    group, orders = steps.locked_group(order_id)
    payments.confirm(order_id=order_id)
    for each in orders:
        if each.status == Status.PENDING:
            steps.take(each, Status.PLACED, by=by, at=at)
    steps.settle_group(order_id)
    audit.record(actor=by, action="order.payment_confirmed", subject=group, at=at)
    events.record(type="order.paid", subject_id=group.number, payload={"order_id": order_id})
    group.refresh_from_db()
    return group


@transaction.atomic
def reject(*, vendor_order_id: int, by: Any, reason: str, at: datetime) -> VendorOrder:
    """Refuse the order: its stock is free again and its money goes back.

    :raises IllegalStep: unless it is placed.
    """
    return _end(steps.locked(vendor_order_id), Status.REJECTED, by=by, reason=reason, at=at)


@transaction.atomic
def cancel_vendor_order(*, vendor_order_id: int, by: Any, reason: str, at: datetime) -> VendorOrder:
    """Call one vendor's part off while nothing of it has shipped.

    :raises IllegalStep: when it has ended or something has shipped.
    """
    return _end(steps.locked(vendor_order_id), Status.CANCELLED, by=by, reason=reason, at=at)


@transaction.atomic
def cancel_group(*, order_id: int, by: Any, reason: str, at: datetime) -> Order:
    """Call everything off while nothing has shipped; vouchers and offers are free again.

    :raises AlreadyShipped: when a parcel has left.
    :raises IllegalStep: when all of it has ended already.
    """
    group, orders = steps.locked_group(order_id)
    if any(each.status in steps.SENT for each in orders):
        raise AlreadyShipped
    live = [each for each in orders if each.status not in steps.ENDED]
    if not live:
        raise steps.IllegalStep(f"Order {group.number} is {group.status} already.")
    held = Line.objects.filter(vendor_order__in=live, stockrecord__isnull=False)
    stock.lock(stockrecord_ids=held.values_list("stockrecord_id", flat=True))
    for each in live:
        _end(each, Status.CANCELLED, by=by, reason=reason, at=at)
    group.refresh_from_db()
    return group


@transaction.atomic
def ship(
    *,
    vendor_order_id: int,
    quantities: Mapping[str, int] | None,
    carrier: str,
    tracking: str,
    by: Any,
    at: datetime,
) -> Shipment:
    """Hand pieces to a carrier, `quantities` by the public id of the line, None for all the rest.

    :raises IllegalStep: unless the order is accepted and not yet wholly shipped.
    :raises UnknownLine: when a line is not one of the order.
    :raises NothingToShip: when a quantity is not positive or more than is left to ship.
    """
    order = steps.locked(vendor_order_id)
    steps.require_reachable(order, Status.SHIPPED)
    lines = {each.public_id: each for each in order.lines.order_by("id")}
    if quantities is None:
        quantities = {key: left for key, each in lines.items() if (left := steps.left_of(each))}
    if not quantities:
        raise NothingToShip
    parcel = Shipment.objects.create(
        vendor_order=order, carrier=carrier, tracking=tracking, shipped_at=at
    )
    leaving: dict[int, int] = {}
    for public_id, quantity in quantities.items():
        if public_id not in lines:
            raise UnknownLine(f"There is no line {public_id} in this order.", pointer="/lines")
        line = lines[public_id]
        _pack(parcel, line, quantity)
        _count(leaving, line, min(quantity, line.num_allocated or 0))
    stock.consume(quantities=leaving)
    rest = order.lines.filter(num_shipped__lt=F("quantity")).exists()
    goal = Status.PARTIALLY_SHIPPED if rest else Status.SHIPPED
    steps.take(order, goal, by=by, at=at, **({} if rest else {"shipped_at": at}))
    steps.tell("order.shipped", order, shipment_id=parcel.pk)
    steps.settle_group(order.order_id)
    return parcel


@transaction.atomic
def deliver(*, vendor_order_id: int, by: Any, at: datetime) -> VendorOrder:
    """Note that everything has reached the shopper.

    :raises IllegalStep: unless the order is wholly shipped.
    """
    order = steps.locked(vendor_order_id)
    steps.take(order, Status.DELIVERED, by=by, at=at)
    steps.tell("order.delivered", order)
    steps.settle_group(order.order_id)
    return order


def _pack(parcel: Shipment, line: Any, quantity: int) -> None:
    moved = 0 < quantity <= line.quantity and type(line).objects.filter(
        pk=line.pk, num_shipped__lte=F("quantity") - quantity
    ).update(num_shipped=F("num_shipped") + quantity)
    if not moved:
        said = f"{steps.left_of(line)} of {line.sku} are left to ship."
        raise NothingToShip(said, pointer="/lines")
    ShipmentLine.objects.create(shipment=parcel, line=line, quantity=quantity)


def _count(moving: dict[int, int], line: Any, quantity: int) -> None:
    if line.stockrecord_id and quantity:
        moving[line.stockrecord_id] = moving.get(line.stockrecord_id, 0) + quantity
        type(line).objects.filter(pk=line.pk).update(num_allocated=F("num_allocated") - quantity)


def _end(order: VendorOrder, goal: str, *, by: Any, reason: str, at: datetime) -> VendorOrder:
    steps.take(order, goal, by=by, at=at, reason=reason[:255])
    back: dict[int, int] = {}
    for line in order.lines.order_by("id"):
        _count(back, line, line.num_allocated or 0)
    stock.give_back(quantities=back)
    _refund(order.order_id, order.total)
    steps.tell("order.cancelled", order)
    if steps.settle_group(order.order_id) == Order.Status.CANCELLED:
        _free_uses(order.order_id)
    return order


def _refund(order_id: int, amount: Decimal) -> None:
    from commerce.payment.services import payments

    if amount > ZERO:
        payments.give_back(order_id=order_id, amount=amount)


def _free_uses(order_id: int) -> None:
    for use in OfferApplication.objects.filter(order_id=order_id).order_by("offer_id"):
        ConditionalOffer.objects.filter(pk=use.offer_id).update(
            num_applications=Greatest(F("num_applications") - use.frequency, 0),
            num_orders=Greatest(F("num_orders") - 1, 0),
            total_discount=Greatest(F("total_discount") - use.amount, ZERO),
        )
        use.delete()
    order = Order.objects.get(pk=order_id)
    for used in VoucherApplication.objects.filter(order_id=order_id).order_by("voucher_id"):
        given = order.discounts.filter(voucher_id=used.voucher_id).aggregate(all=Sum("amount"))
        Voucher.objects.filter(pk=used.voucher_id).update(
            num_orders=Greatest(F("num_orders") - 1, 0),
            total_discount=Greatest(F("total_discount") - (given["all"] or ZERO), ZERO),
        )
        used.delete()
