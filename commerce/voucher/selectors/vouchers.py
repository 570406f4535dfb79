"""Vouchers, and whether somebody may use one now."""

from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat, Lower

from commerce.voucher.models import Voucher, VoucherApplication


def judged(*, user: Any = None, email: str = "", basket: Any = None) -> QuerySet[Voucher]:
    """Return vouchers that know whether they are `used_up` for this buyer.

    A buyer is known by account, by e-mail, and by the e-mail of the basket's checkout.
    """
    used = VoucherApplication.objects.filter(voucher=OuterRef("pk"))
    by_buyer = used.annotate(
        of=Concat(Cast(F("voucher_id"), CharField()), Value(":"), output_field=CharField())
    ).filter(_is_buyer(user=user, email=email, basket=basket))
    return Voucher.objects.annotate(
        used_up=(
            Q(usage=Voucher.SINGLE_USE) & Exists(used)
            | Q(usage=Voucher.ONCE_PER_CUSTOMER) & Exists(by_buyer)
        )
    )


def on_basket(*, basket: Any, user: Any = None, email: str = "") -> QuerySet[Any]:
    """Return the basket's vouchers in the order of their pk, each judged for this buyer."""
    return judged(user=user, email=email, basket=basket).filter(basket=basket.pk).order_by("pk")


def reason_against(*, voucher: Any, at: datetime) -> str | None:
    """Return why a judged voucher cannot be used now, None when it can."""
    if at < voucher.start_datetime:
        return "This voucher is not valid yet."
    if at > voucher.end_datetime:
        return "This voucher has expired."
    if voucher.max_uses is not None and voucher.num_orders >= voucher.max_uses:
        return "This voucher has been used as often as it may."
    if voucher.used_up and voucher.usage == Voucher.SINGLE_USE:
        return "This voucher has already been used."
    if voucher.used_up:
        return "You have already used this voucher in an earlier order."
    return None


def _is_buyer(*, user: Any, email: str, basket: Any) -> Q:
    signed_in = bool(user is not None and user.is_authenticated)
    emails = {each.strip().lower() for each in (email, user.email if signed_in else "") if each}
    found = Q(
        guard__in=[
            Concat(F("of"), Value(each), output_field=CharField()) for each in sorted(emails)
        ]
    )
    if signed_in:
        found |= Q(user=user)
    if basket is not None:
        checkouts = apps.get_model("checkout", "Checkout").objects.filter(basket_id=basket.pk)
        found |= Q(
            guard__in=checkouts.values(
                guard=Concat(OuterRef("of"), Lower("email"), output_field=CharField())
            )
        )
    return found
