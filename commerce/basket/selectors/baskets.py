"""Baskets with their prices, availability and offers."""

from datetime import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet
from oscar.core.loading import get_class

from commerce.basket.models import Basket, Line
from commerce.partner.models import Price

Selector = get_class("partner.strategy", "Selector")
Applicator = get_class("offer.applicator", "Applicator")


def priced(
    *, basket: Basket, user: Any = None, email: str = "", at: datetime | None = None
) -> Basket:
    """Return the basket with fresh lines, a strategy of its currency and its offers applied.

    `user` is who buys (None for a guest), `email` what the order will be sent to when it is
    known; both decide which vouchers are still theirs to use. The number of queries does not
    depend on the number of lines.
    """
    attached(basket=basket, user=user, at=at)
    Applicator(email=email, at=basket.strategy.at).apply(basket, user)
    return basket


def attached(*, basket: Basket, user: Any = None, at: datetime | None = None) -> Basket:
    """Return the basket with fresh lines and a strategy of its currency, without offers."""
    basket.reset_offer_applications()
    basket.strategy = Selector().strategy(user=user, currency=basket.currency, at=at)
    basket._lines = list(lines(basket=basket))
    return basket


def lines(*, basket: Basket) -> QuerySet[Line]:
    """Return the lines in the order they were added, with all that pricing reads."""
    prices = Prefetch(
        "stockrecord__prices", queryset=Price.objects.filter(currency=basket.currency)
    )
    found: QuerySet[Line] = (
        basket.lines.select_related(
            "product__parent__vendor", "product__vendor", "stockrecord__partner"
        )
        .prefetch_related(prices)
        .order_by("pk")
    )
    return found
