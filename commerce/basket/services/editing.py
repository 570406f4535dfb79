"""The frame of every change to a basket: lock, look, change, count."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from commerce.basket.exceptions import BasketNotOpen
from commerce.basket.models import Basket
from commerce.basket.selectors import access
from commerce.basket.selectors.access import Caller
from common.exceptions import StaleMatch

_CLOSED = {
    Basket.FROZEN: "This basket is being paid.",
    Basket.SUBMITTED: "This basket has already been ordered.",
    Basket.MERGED: "This basket was merged into another one.",
}


@contextmanager
def editing(*, basket_id: str, caller: Caller, version: int | None) -> Iterator[Basket]:
    """Give the locked, open basket to change; who changes it calls `touch`.

    :raises NotFound: when it is not the caller's.
    :raises BasketNotOpen: when it can no longer be changed.
    :raises StaleMatch: when `version` is given and is not the present one.
    """
    with transaction.atomic():
        basket = access.reach(public_id=basket_id, caller=caller, lock=True)
        require_open(basket)
        if version is not None and version != basket.version:
            raise StaleMatch("The basket has changed since you read it: read it again.")
        yield basket


def require_open(basket: Basket) -> None:
    """Refuse a basket that can no longer be changed.

    :raises BasketNotOpen: with the reason.
    """
    if basket.status != Basket.OPEN:
        raise BasketNotOpen(_CLOSED.get(basket.status, ""))


def touch(basket: Basket) -> None:
    """Count a change of a locked basket in its version."""
    basket.version += 1
    basket.save(update_fields=["version", "updated_at"])
