"""Whose order it is."""

import hmac
from typing import Any

from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from commerce.order.models import Order
from commerce.order.selectors.wire import LOADED
from common.exceptions import NotFound


def token_of(order: Order) -> str:
    """Return the token that opens the order to a guest."""
    digest = salted_hmac("order.token", f"{order.pk}:{order.number}", algorithm="sha256")
    return digest.hexdigest()


def of_person(user: Any) -> QuerySet[Order]:
    """Return the person's orders, newest first."""
    found: QuerySet[Order] = (
        Order.objects.filter(user=user).prefetch_related(*LOADED).order_by("-date_placed", "-pk")
    )
    return found


def reach(*, number: str, user: Any = None, token: str = "") -> Order:
    """Return the order if it is the person's or the token is its own.

    :raises NotFound: when it does not exist or is somebody else's.
    """
    order = Order.objects.filter(number=number).first() if number.isalnum() else None
    if order is None:
        raise NotFound
    if user is not None and order.user_id == user.pk:
        return order
    if token.isascii() and hmac.compare_digest(token, token_of(order)):
        return order
    raise NotFound
