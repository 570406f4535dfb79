"""Whose order it is."""

from typing import Any

from django.db.models import QuerySet

from commerce.order.models import Order, VendorOrder
from commerce.order.selectors import tokens
from commerce.order.selectors.wire import LOADED
from commerce.partner.models import Partner
from common.exceptions import NotFound


def of_everybody() -> QuerySet[Order]:
    """Return all order groups, newest first."""
    found: QuerySet[Order] = Order.objects.prefetch_related(*LOADED)
    return found.order_by("-date_placed", "-pk")


def of_person(user: Any) -> QuerySet[Order]:
    """Return the person's orders, newest first."""
    return of_everybody().filter(user=user)


def of_vendor(vendor: Partner, *, status: str | None = None) -> QuerySet[VendorOrder]:
    """Return the orders of a vendor, newest first."""
    found = VendorOrder.objects.filter(vendor=vendor)
    if status:
        found = found.filter(status=status)
    found = found.select_related("vendor").prefetch_related("lines", "shipments__lines__line")
    return found.order_by("-placed_at", "-id")


def one_of_vendor(vendor: Partner, public_id: str) -> VendorOrder:
    """Return one order of a vendor.

    :raises NotFound: when it is somebody else's or nobody's.
    """
    found = of_vendor(vendor).filter(public_id=public_id).first()
    if found is None:
        raise NotFound
    return found


def one(number: str) -> Order:
    """Return the order group of that number, whoever owns it.

    :raises NotFound: when there is none.
    """
    order: Order | None = Order.objects.filter(number=number).first() if number.isalnum() else None
    if order is None:
        raise NotFound
    return order


def token_of(order: Order) -> str | None:
    """Return the token that opens the order to a guest, None once it has expired."""
    return tokens.mint(order)


def reach(*, number: str, user: Any = None, token: str = "") -> Order:
    """Return the order if it is the person's or the token is its own and has not expired.

    :raises NotFound: when it does not exist or is somebody else's.
    """
    order = one(number)
    if user is not None and order.user_id == user.pk:
        return order
    if tokens.opens(order, token):
        return order
    raise NotFound
