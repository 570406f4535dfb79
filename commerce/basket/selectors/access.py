"""Whose basket it is."""

import hashlib
import hmac
import re
from dataclasses import dataclass
from typing import Any

from commerce.basket.exceptions import NoBasket
from commerce.basket.models import Basket
from common.exceptions import NotFound

_PUBLIC_ID = re.compile(r"bsk_[0-9A-Za-z]{22}")


@dataclass(frozen=True)
class Caller:
    """Who asks: the signed-in person or None, and the basket token they sent, if any."""

    user: Any = None
    token: str = ""


def reach(*, public_id: str, caller: Caller, lock: bool = False) -> Basket:
    """Return the basket if it is the caller's, its row locked on demand.

    :raises NotFound: when it does not exist or is somebody else's.
    """
    if not _PUBLIC_ID.fullmatch(public_id):
        raise NotFound
    rows = Basket.objects.select_for_update() if lock else Basket.objects.all()
    basket = rows.filter(public_id=public_id).first()
    if basket is None or not may_reach(basket=basket, caller=caller):
        raise NotFound
    return basket


def may_reach(*, basket: Basket, caller: Caller) -> bool:
    """Return whether the basket is the person's, or a guest's whose token was sent."""
    if basket.owner_id is not None:
        return caller.user is not None and bool(caller.user.pk == basket.owner_id)
    return bool(basket.token_hash) and hmac.compare_digest(
        basket.token_hash, token_hash(caller.token)
    )


def token_hash(token: str) -> str:
    """Return what is stored of a basket token: its SHA-256 in hexadecimal."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


def current(*, user: Any) -> Basket:
    """Return the person's open basket.

    :raises NoBasket: when there is none.
    """
    basket = Basket.objects.filter(owner=user, status=Basket.OPEN).first()
    if basket is None:
        raise NoBasket
    return basket
