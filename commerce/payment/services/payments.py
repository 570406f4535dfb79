"""Money asked for at a checkout, tied to its order, confirmed, and given back."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.db.models import F, Sum
from django.utils.module_loading import import_string

from commerce.payment.exceptions import PaymentNotPending, RefundTooLarge, UnknownPaymentMethod
from commerce.payment.models import Payment
from common.providers.payments.base import PaymentProvider, PaymentRequest
from common.utils import money


def provider(method: str) -> PaymentProvider:
    """Return the provider behind a method that the shop takes.

    :raises UnknownPaymentMethod: when it takes none of this name.
    """
    if method not in settings.SHOP_PAYMENT_METHODS:
        raise UnknownPaymentMethod(f"The shop takes no {method}.", pointer="/method")
    found: PaymentProvider = import_string(settings.SHOP_PAYMENT_PROVIDERS[method])()
    return found


@transaction.atomic
def start(
    *, checkout: Any, method: str, amount: Decimal, currency: str, details: Mapping[str, Any]
) -> Payment:
    """Ask for the money of a locked checkout; what covers the same amount already is answered.

    A promise to transfer it gives way when the shopper chooses another method.

    :raises UnknownPaymentMethod: when the shop takes none of this name.
    """
    taker = provider(method)
    live = live_of(checkout)
    if live is not None and _stands_for(live, method, amount, currency):
        return live
    if live is not None:
        _give_up(live)
    payment = Payment(
        checkout=checkout, method=method, currency=currency, amount=amount,
        status=Payment.Status.PENDING,
    )  # fmt: skip
    answer = taker.start(
        PaymentRequest(payment.public_id, amount, currency, checkout.email, dict(details))
    )
    payment.status = answer.status
    payment.action = answer.action
    payment.provider_reference = answer.provider_reference
    payment.captured_amount = amount if answer.status == "captured" else money.ZERO
    payment.save()
    return payment


def live_of(checkout: Any) -> Payment | None:
    """Return the payment of a checkout that has not failed or been given up."""
    rows = Payment.objects.select_for_update().filter(checkout=checkout, status__in=Payment.LIVE)
    return rows.first()


@transaction.atomic
def confirm(*, order_id: int) -> Payment:
    """Take the money of an order that has arrived or is promised: of the parts not called off.

    :raises PaymentNotPending: when nothing is waited for.
    """
    waiting = (Payment.Status.PENDING, Payment.Status.AUTHORISED)
    payment = (
        Payment.objects.select_for_update().filter(order_id=order_id, status__in=waiting).first()
    )
    if payment is None:
        raise PaymentNotPending
    owed = min(payment.amount, _owed(order_id))
    _provider_of(payment).capture(
        provider_reference=payment.provider_reference or "",
        amount=owed,
        currency=payment.currency,
    )
    payment.status, payment.captured_amount = Payment.Status.CAPTURED, owed
    payment.save(update_fields=["status", "captured_amount", "updated_at"])
    return payment


@transaction.atomic
def give_back(*, order_id: int, amount: Decimal, at: datetime | None = None) -> None:
    """Return `amount` of an order's money; what was never captured is voided once nothing is owed.

    :raises RefundTooLarge: when more would go back than was taken.
    """
    payment = Payment.objects.select_for_update().filter(order_id=order_id).first()
    if payment is None or amount == 0:
        return
    if payment.captured_amount == 0:
        if _owed(order_id) == 0:
            _void(payment)
        return
    if not 0 < amount <= payment.captured_amount - payment.refunded_amount:
        raise RefundTooLarge
    _provider_of(payment).refund(
        provider_reference=payment.provider_reference or "",
        amount=amount,
        currency=payment.currency,
    )
    payment.refunded_amount += amount
    if payment.refunded_amount == payment.captured_amount:
        payment.status = Payment.Status.REFUNDED
    payment.save(update_fields=["refunded_amount", "status", "updated_at"])
    orders = apps.get_model("order", "Order").objects.filter(pk=order_id)
    orders.update(refunded_total=F("refunded_total") + amount)


def _stands_for(live: Payment, method: str, amount: Decimal, currency: str) -> bool:
    if (live.amount, live.currency) != (amount, currency) or live.status not in Payment.COVERING:
        return False
    return live.method == method or live.status != Payment.Status.PENDING


def _owed(order_id: int) -> Decimal:
    parts = apps.get_model("order", "VendorOrder").objects.filter(order_id=order_id)
    live = parts.exclude(status__in=("cancelled", "rejected"))
    return live.aggregate(owed=Sum("total"))["owed"] or money.ZERO


def _give_up(payment: Payment) -> None:
    if payment.captured_amount:
        _provider_of(payment).refund(
            provider_reference=payment.provider_reference or "",
            amount=payment.captured_amount - payment.refunded_amount,
            currency=payment.currency,
        )
        payment.refunded_amount = payment.captured_amount
        payment.status = Payment.Status.REFUNDED
        payment.save(update_fields=["refunded_amount", "status", "updated_at"])
    else:
        _void(payment)


def _void(payment: Payment) -> None:
    if payment.status != Payment.Status.VOIDED:
        _provider_of(payment).void(provider_reference=payment.provider_reference or "")
        payment.status = Payment.Status.VOIDED
        payment.save(update_fields=["status", "updated_at"])


def _provider_of(payment: Payment) -> PaymentProvider:
    found: PaymentProvider = import_string(settings.SHOP_PAYMENT_PROVIDERS[payment.method])()
    return found
