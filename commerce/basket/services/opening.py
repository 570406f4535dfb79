"""A basket begins."""

import secrets
from typing import Any, NamedTuple

from django.conf import settings
from django.db import IntegrityError, transaction

from commerce.basket.exceptions import OtherCurrency
from commerce.basket.models import Basket
from commerce.basket.selectors import access


class Opened(NamedTuple):
    """A basket and, for a new guest basket only, the token that opens it."""

    basket: Basket
    token: str | None


def open_basket(*, user: Any = None, currency: str = "") -> Opened:
    """Open a basket: a new one for a guest, their one open basket for a signed-in person.

    :raises OtherCurrency: when the person's open basket holds lines in another currency.
    """
    if user is None:
        token = secrets.token_urlsafe(32)
        basket = Basket.objects.create(
            currency=currency or settings.OSCAR_DEFAULT_CURRENCY,
            token_hash=access.token_hash(token),
        )
        return Opened(basket, token)
    return Opened(_in_currency(_of_person(user, currency), currency), None)


@transaction.atomic
def _of_person(user: Any, currency: str) -> Basket:
    found = Basket.objects.filter(owner=user, status=Basket.OPEN).first()
    if found is not None:
        return found
    try:
        with transaction.atomic():
            return Basket.objects.create(
                owner=user, currency=currency or settings.OSCAR_DEFAULT_CURRENCY
            )
    except IntegrityError:
        return access.current(user=user)


@transaction.atomic
def _in_currency(basket: Basket, currency: str) -> Basket:
    if currency in ("", basket.currency):
        return basket
    locked = Basket.objects.select_for_update().get(pk=basket.pk)
    if locked.currency != currency:
        if locked.lines.exists():
            raise OtherCurrency(
                f"Your open basket {locked.public_id} is in {locked.currency}: empty it first."
            )
        locked.currency = currency
        locked.version += 1
        locked.save(update_fields=["currency", "version", "updated_at"])
    return locked
