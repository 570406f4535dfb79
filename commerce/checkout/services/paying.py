"""A checkout is paid: stock is held, then the money is asked for."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction

from commerce.basket.selectors.access import Caller
from commerce.basket.services.editing import require_open
from commerce.checkout.selectors import checkouts, quotes
from commerce.checkout.services.preparing import require_open_checkout
from commerce.partner.services import stock
from commerce.payment.models import Payment
from commerce.payment.services import payments


@transaction.atomic
def pay(
    *, checkout_id: str, caller: Caller, method: str, details: Mapping[str, Any], at: datetime
) -> Payment:
    """Hold the pieces for a while and ask for the total of now.

    :raises StockGone: when fewer pieces are left than the basket holds.
    :raises UnknownPaymentMethod: when the shop takes none of this name.
    """
    checkout = checkouts.reach(public_id=checkout_id, caller=caller, lock=True)
    require_open_checkout(checkout)
    require_open(checkout.basket)
    found = quotes.quote(checkout=checkout, user=caller.user)
    found.require_complete(checkout)
    stock.reserve(
        checkout_id=checkout.pk,
        quantities=quantities_of(found),
        until=at + timedelta(minutes=settings.SHOP_RESERVATION_MINUTES),
    )
    return payments.start(
        checkout=checkout,
        method=method,
        amount=found.sum("total"),
        currency=found.basket.currency,
        details=details,
    )


def quantities_of(found: quotes.Quote) -> dict[int, int]:
    """Return how many pieces of each stock record the parcels hold."""
    wanted: dict[int, int] = {}
    for parcel in found.parcels:
        for line in parcel.lines:
            key = line.stockrecord_id
            wanted[key] = wanted.get(key, 0) + line.quantity
    return wanted
