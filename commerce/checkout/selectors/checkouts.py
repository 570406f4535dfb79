"""Whose checkout it is."""

import re

from commerce.basket.models import Basket
from commerce.basket.selectors import access
from commerce.basket.selectors.access import Caller
from commerce.checkout.models import Checkout
from common.exceptions import NotFound

_PUBLIC_ID = re.compile(r"chk_[0-9A-Za-z]{22}")


def reach(*, public_id: str, caller: Caller, lock: bool = False) -> Checkout:
    """Return the checkout of a basket that is the caller's, basket and checkout locked on demand.

    The basket is locked first, as everywhere, so that two requests never wait for each other.

    :raises NotFound: when it does not exist or is somebody else's.
    """
    if not _PUBLIC_ID.fullmatch(public_id):
        raise NotFound
    rows = Checkout.objects.select_related("basket", "order").filter(public_id=public_id)
    if lock:
        list(Basket.objects.select_for_update().filter(checkout__public_id=public_id))
        rows = rows.select_for_update(of=("self",))
    checkout = rows.first()
    if checkout is None or not access.may_reach(basket=checkout.basket, caller=caller):
        raise NotFound
    return checkout
