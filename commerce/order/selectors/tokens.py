"""The token that opens an order to a guest: signed, and good for 180 days after it was placed.

It carries the second the order was placed, so that reading the order again does not prolong it.
"""

from datetime import datetime, timedelta

from django.core.signing import BadSignature, TimestampSigner, b62_encode
from django.utils import timezone

from commerce.order.models import Order

AGE = timedelta(days=180)
SALT = "commerce.order.token"


class _SignedAt(TimestampSigner):
    """Signs with a time of its own instead of the present one."""

    def __init__(self, at: datetime) -> None:
        super().__init__(salt=SALT)
        self.at = at

    def timestamp(self) -> str:
        """Return that time."""
        return b62_encode(int(self.at.timestamp()))


def mint(order: Order) -> str | None:
    """Return the token of an order, None when it would have expired already."""
    if order.date_placed + AGE <= timezone.now():
        return None
    signed = _SignedAt(order.date_placed).sign(order.number)
    return signed.removeprefix(f"{order.number}:")


def opens(order: Order, token: str) -> bool:
    """Return whether the token is that of the order and has not expired; in constant time."""
    try:
        TimestampSigner(salt=SALT).unsign(f"{order.number}:{token}", max_age=AGE)
    except BadSignature:
        return False
    return True
