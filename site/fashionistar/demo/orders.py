"""The demo's orders, one in every state, made by the same services that shoppers use."""

from datetime import datetime
from typing import Any

from commerce.basket.selectors.access import Caller
from commerce.basket.services import lines, opening
from commerce.checkout.services import completing, paying, preparing
from commerce.order.models import Order, VendorOrder
from commerce.order.services import fulfilment
from commerce.partner.models import Partner, StockRecord

ADDRESS = {
    "first_name": "Ada", "last_name": "Obi", "line1": "12 Awolowo Road", "line2": "",
    "city": "Lagos", "state": "Lagos", "postcode": "101233", "country": "NG",
    "phone": "+2348012345678",
}  # fmt: skip
ENDS = (
    "placed", "accepted", "partially_shipped", "shipped", "delivered", "cancelled", "rejected",
    "pending",
)  # fmt: skip


def seed(people: dict[str, Any], *, at: datetime) -> None:
    """Make the shopper's orders, if there are none."""
    shopper = people["shopper"]
    if Order.objects.filter(user=shopper).exists():
        return
    makers = list(Partner.objects.order_by("pk")[:6])
    for place, end in enumerate(ENDS):
        pair = [makers[place % len(makers)], makers[(place + 1) % len(makers)]]
        method = "manual" if end == "pending" else "test"
        order = _bought(shopper, pair, method, at)
        for part in VendorOrder.objects.filter(order=order).order_by("pk")[:1]:
            _bring_to(part, end, people["admin"], at)


def _bought(shopper: Any, makers: list[Any], method: str, at: datetime) -> Any:
    caller = Caller(user=shopper)
    basket = opening.open_basket(user=shopper, currency="NGN").basket
    for maker in makers:
        record = StockRecord.objects.filter(
            partner=maker, num_in_stock__gte=10, product__structure="child"
        ).order_by("num_allocated", "pk")[0]
        lines.add_line(basket_id=basket.public_id, caller=caller, sku=record.sku, quantity=2)
    checkout = preparing.open_checkout(
        basket_id=basket.public_id,
        caller=caller,
        given={
            "email": shopper.email,
            "shipping_address": ADDRESS,
            "shipping": {maker.slug: "standard" for maker in makers},
        },
    )
    paying.pay(checkout_id=checkout.public_id, caller=caller, method=method, details={}, at=at)
    return completing.complete(checkout_id=checkout.public_id, caller=caller, at=at)


def _bring_to(part: VendorOrder, end: str, by: Any, at: datetime) -> None:
    frame = {"vendor_order_id": part.pk, "by": by, "at": at}
    if end in ("accepted", "partially_shipped", "shipped", "delivered"):
        fulfilment.accept(**frame)
    if end in ("partially_shipped", "shipped", "delivered"):
        pieces = 1 if end == "partially_shipped" else 2
        quantities = {line.public_id: pieces for line in part.lines.all()}
        fulfilment.ship(
            **frame, quantities=quantities, carrier="GIG Logistics", tracking="GIG-10023"
        )
    if end == "delivered":
        fulfilment.deliver(**frame)
    if end == "rejected":
        fulfilment.reject(**frame, reason="The cloth is finished.")
    if end == "cancelled":
        fulfilment.cancel_vendor_order(**frame, reason="The shopper changed their mind.")
