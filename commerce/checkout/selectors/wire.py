"""A checkout as it goes over the wire."""

from typing import Any

from django.conf import settings

from commerce.checkout.models import Checkout
from commerce.checkout.selectors.quotes import Quote
from commerce.payment.models import Payment
from commerce.payment.services.payments import provider
from common.utils import money
from common.utils.text import plain


def as_data(*, checkout: Checkout, found: Quote) -> dict[str, Any]:
    """Return the checkout with what it costs now."""
    currency = found.basket.currency
    return {
        "id": checkout.public_id,
        "status": checkout.status,
        "basket": checkout.basket.public_id,
        "email": checkout.email,
        "phone": checkout.phone,
        "shipping_address": checkout.shipping_address,
        "billing_address": checkout.billing_address,
        "note": plain(checkout.note),
        "shipping": checkout.shipping,
        "currency": currency,
        "totals": {
            name: money.wire(found.sum(name), currency)
            for name in ("items", "discount", "shipping", "tax", "total")
        },
        "payment": payment_as_data(checkout.payments.first()),
        "order": checkout.order.number if checkout.order else None,
    }


def payment_as_data(payment: Payment | None) -> dict[str, Any] | None:
    """Return a payment."""
    if payment is None:
        return None
    return {
        "id": payment.public_id,
        "method": payment.method,
        "status": payment.status,
        "amount": money.wire(payment.amount, payment.currency),
        "action": payment.action,
    }


def shipping_methods(*, found: Quote) -> list[dict[str, Any]]:
    """Return the ways of sending, vendor by vendor."""
    return [
        {
            "vendor": {"slug": parcel.vendor.slug, "name": plain(parcel.vendor.name)},
            "methods": [
                {
                    "code": each.code,
                    "name": plain(each.name),
                    "price": money.wire(each.price, found.basket.currency),
                    "estimate": each.estimate,
                }
                for each in parcel.choices
            ],
        }
        for parcel in found.parcels
    ]


def payment_methods() -> list[dict[str, str]]:
    """Return the ways to pay."""
    return [{"code": code, "name": provider(code).name} for code in settings.SHOP_PAYMENT_METHODS]
