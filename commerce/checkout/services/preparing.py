"""A checkout is opened and filled in."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import transaction

from commerce.basket.selectors import access
from commerce.basket.selectors.access import Caller
from commerce.basket.services.editing import require_open
from commerce.checkout.exceptions import (
    CheckoutClosed,
    UnknownBasket,
    UnknownCountry,
    UnknownShippingMethod,
)
from commerce.checkout.models import Checkout
from commerce.checkout.selectors import checkouts, quotes
from common.exceptions import NotFound

FIELDS = ("email", "phone", "shipping_address", "billing_address", "note")


@transaction.atomic
def open_checkout(*, basket_id: str, caller: Caller, given: Mapping[str, Any]) -> Checkout:
    """Open the checkout of a basket, or fill in the one it has.

    :raises UnknownBasket: when the basket is not the caller's.
    :raises BasketNotOpen: when it has been ordered or merged.
    """
    try:
        basket = access.reach(public_id=basket_id, caller=caller, lock=True)
    except NotFound:
        raise UnknownBasket(pointer="/basket") from None
    require_open(basket)
    checkout, _ = Checkout.objects.select_for_update().get_or_create(
        basket=basket, defaults={"user": caller.user, "email": given["email"]}
    )
    _fill(checkout, given, caller)
    return checkout


@transaction.atomic
def change(*, checkout_id: str, caller: Caller, given: Mapping[str, Any]) -> Checkout:
    """Fill in what is given.

    :raises NotFound: when it is not the caller's.
    :raises CheckoutClosed: when it has become an order.
    :raises UnknownCountry: when the shop does not send there.
    :raises UnknownShippingMethod: when a vendor is not in the basket or offers no such method.
    """
    checkout = checkouts.reach(public_id=checkout_id, caller=caller, lock=True)
    require_open_checkout(checkout)
    _fill(checkout, given, caller)
    return checkout


def require_open_checkout(checkout: Checkout) -> None:
    """Refuse a checkout that has become an order.

    :raises CheckoutClosed: then.
    """
    if checkout.status != Checkout.Status.OPEN:
        raise CheckoutClosed


def _fill(checkout: Checkout, given: Mapping[str, Any], caller: Caller) -> None:
    for name in ("shipping_address", "billing_address"):
        _require_country(name, given.get(name))
    for name in FIELDS:
        if name in given:
            setattr(checkout, name, given[name])
    if "shipping" in given:
        checkout.shipping = {**checkout.shipping, **given["shipping"]}
        _require_methods(checkout, given["shipping"], caller)
    checkout.save()


def _require_country(name: str, address: Mapping[str, Any] | None) -> None:
    if address and address["country"] not in settings.SHOP_COUNTRIES:
        raise UnknownCountry(pointer=f"/{name}/country")


def _require_methods(checkout: Checkout, chosen: Mapping[str, str], caller: Caller) -> None:
    found = quotes.quote(checkout=checkout, user=caller.user)
    offered = {each.vendor.slug: {one.code for one in each.choices} for each in found.parcels}
    for slug, code in chosen.items():
        if code not in offered.get(slug, set()):
            raise UnknownShippingMethod(
                f"{slug} does not send by {code} there.", pointer=f"/shipping/{slug}"
            )
