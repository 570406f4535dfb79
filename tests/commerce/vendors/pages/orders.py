"""Orders for the dashboard's tests, placed by the services that shoppers use."""

import itertools
from typing import Any

from django.utils import timezone

from commerce.basket.selectors.access import Caller
from commerce.basket.services import lines, opening
from commerce.checkout.services import completing, paying, preparing
from commerce.order.models import VendorOrder
from commerce.partner.models import Partner
from tests.flows.buyers import ADDRESS

_numbers = itertools.count(1)


def make_order(vendor: Partner, *skus: str, quantity: int = 1) -> VendorOrder:
    """Have a guest buy these variants of a vendor."""
    opened = opening.open_basket(currency="NGN")
    caller, basket = Caller(token=opened.token or ""), opened.basket.public_id
    at = timezone.now()
    for sku in skus:
        lines.add_line(basket_id=basket, caller=caller, sku=sku, quantity=quantity)
    given: dict[str, Any] = {
        "email": f"guest{next(_numbers)}@example.com",
        "shipping_address": ADDRESS,
        "shipping": {vendor.slug: "standard"},
    }
    checkout = preparing.open_checkout(basket_id=basket, caller=caller, given=given)
    frame: dict[str, Any] = {"checkout_id": checkout.public_id, "caller": caller, "at": at}
    paying.pay(**frame, method="test", details={})
    order = completing.complete(**frame)
    return VendorOrder.objects.get(order=order, vendor=vendor)
