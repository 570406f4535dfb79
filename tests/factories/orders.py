"""Orders, bought through the services that shoppers use."""

from typing import Any

from django.utils import timezone

from commerce.basket.selectors.access import Caller
from commerce.basket.services import lines, opening
from commerce.checkout.services import completing, paying, preparing
from commerce.order.models import Order
from tests.factories.people import make_user
from tests.factories.shop import make_product, make_vendor
from tests.flows.buyers import ADDRESS


def make_order(
    *, vendors: tuple[Any, ...] = (), quantity: int = 1, method: str = "manual", by: Any = None
) -> Order:
    """Buy one product from each vendor; `manual` waits for the money, `test` has it."""
    caller, at = Caller(user=by or make_user()), timezone.now()
    makers = vendors or (make_vendor(),)
    basket = opening.open_basket(user=caller.user, currency="NGN").basket
    for maker in makers:
        sku = make_product(vendor=maker).stockrecords.get().sku
        lines.add_line(basket_id=basket.public_id, caller=caller, sku=sku, quantity=quantity)
    given = {
        "email": caller.user.email,
        "shipping_address": ADDRESS,
        "shipping": {maker.slug: "standard" for maker in makers},
    }
    checkout = preparing.open_checkout(basket_id=basket.public_id, caller=caller, given=given)
    paying.pay(checkout_id=checkout.public_id, caller=caller, method=method, details={}, at=at)
    order: Order = completing.complete(checkout_id=checkout.public_id, caller=caller, at=at)
    return order
