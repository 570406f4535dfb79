"""A checkout becomes an order: one short transaction that owns the basket before anything else."""

from datetime import datetime
from typing import Any

from django.db import transaction

from commerce.basket.models import Basket
from commerce.basket.selectors.access import Caller
from commerce.basket.services.editing import require_open
from commerce.checkout.exceptions import DiscountGone, PaymentRequired, PriceChanged
from commerce.checkout.models import Checkout
from commerce.checkout.selectors import checkouts, quotes
from commerce.checkout.services import discounts
from commerce.checkout.services.paying import quantities_of
from commerce.checkout.services.preparing import require_open_checkout
from commerce.order.services import placing
from commerce.partner.services import stock
from commerce.payment.models import Payment
from commerce.payment.services import payments
from common.utils import money


@transaction.atomic(savepoint=False)
def complete(*, checkout_id: str, caller: Caller, at: datetime) -> Any:
    """Place the order group of a paid checkout and return it.

    :raises CheckoutClosed: when it has become an order already.
    :raises PaymentRequired: when nothing covers the total.
    :raises PriceChanged: when the total is no longer what was paid for.
    :raises StockGone: when fewer pieces are left.
    :raises DiscountGone: when others used up a voucher or an offer.
    """
    checkout = checkouts.reach(public_id=checkout_id, caller=caller, lock=True)
    require_open_checkout(checkout)
    _own(checkout)
    found = quotes.quote(checkout=checkout, user=caller.user)
    found.require_complete(checkout)
    payment = _covering(checkout, found)
    _require_vouchers(found)
    allocated = stock.allocate(checkout_id=checkout.pk, quantities=quantities_of(found))
    order = placing.place(
        checkout=checkout, found=found, payment=payment, allocated=allocated, at=at
    )
    discounts.use(order=order, found=found, user=caller.user)
    payment.order = order
    payment.save(update_fields=["order", "updated_at"])
    checkout.order, checkout.status = order, Checkout.Status.COMPLETED
    checkout.save(update_fields=["order", "status", "updated_at"])
    return order


def _own(checkout: Checkout) -> None:
    mine = Basket.objects.filter(pk=checkout.basket_id, status=Basket.OPEN)
    if not mine.update(status=Basket.SUBMITTED):
        checkout.basket.refresh_from_db(fields=["status"])
        require_open(checkout.basket)
    checkout.basket.status = Basket.SUBMITTED


def _covering(checkout: Checkout, found: quotes.Quote) -> Payment:
    payment = payments.live_of(checkout)
    if payment is None or payment.status not in Payment.COVERING:
        raise PaymentRequired
    total = found.sum("total")
    if payment.amount != total:
        raise PriceChanged(
            f"The total is {total}, the payment was for {payment.amount}.",
            extra={
                "total": money.wire(total, payment.currency),
                "paid": money.wire(payment.amount, payment.currency),
            },
        )
    return payment


def _require_vouchers(found: quotes.Quote) -> None:
    given = {each["voucher"].pk for each in found.basket.offer_applications if each["voucher"]}
    for voucher in found.basket.judged_vouchers:
        if voucher.pk not in given:
            raise DiscountGone(
                f"The voucher {voucher.code} gives nothing any more: take it off.",
                extra={"voucher": voucher.code},
            )
