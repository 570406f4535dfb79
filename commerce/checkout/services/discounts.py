"""Uses of vouchers and offers: counted by guarded updates, each with a row of its own."""

from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import F, Q

from commerce.checkout.exceptions import DiscountGone
from commerce.checkout.selectors.quotes import Quote
from commerce.offer.models import ConditionalOffer, OfferApplication
from commerce.order.models import Order
from commerce.voucher.models import Voucher, VoucherApplication


def use(*, order: Order, found: Quote, user: Any) -> None:
    """Count what the order uses, offers then vouchers, each in the order of their key.

    :raises DiscountGone: when a limit was reached meanwhile.
    """
    applied = [each for each in found.basket.offer_applications if each["freq"] > 0]
    for each in sorted(applied, key=lambda one: one["offer"].pk):
        _use_offer(order, each, user)
    order.discounts.bulk_create([_written(order, each) for each in applied])
    taken: dict[int, tuple[Any, Decimal]] = {}
    for each in applied:
        if each["voucher"] is not None:
            voucher = each["voucher"]
            before = taken.get(voucher.pk, (voucher, Decimal(0)))[1]
            taken[voucher.pk] = (voucher, before + each["discount"])
    for key in sorted(taken):
        _use_voucher(order, *taken[key], user)


def _use_offer(order: Order, applied: dict[str, Any], user: Any) -> None:
    offer, times, amount = applied["offer"], applied["freq"], applied["discount"]
    within = Q(max_global_applications=None) | Q(max_global_applications__gte=F("uses"))
    rows = ConditionalOffer.objects.annotate(uses=F("num_applications") + times)
    counted = rows.filter(within, pk=offer.pk).update(
        num_applications=F("num_applications") + times,
        num_orders=F("num_orders") + 1,
        total_discount=F("total_discount") + amount,
    )
    if not counted:
        raise DiscountGone(f"The offer {offer.name} has been used up.")
    OfferApplication.objects.create(
        offer=offer, order=order, user=user, frequency=times, amount=amount
    )


def _written(order: Order, applied: dict[str, Any]) -> Any:
    voucher = applied["voucher"]
    return order.discounts.model(
        order=order,
        offer_id=applied["offer"].pk,
        offer_name=applied["offer"].name,
        voucher_id=voucher and voucher.pk,
        voucher_code=voucher.code if voucher else "",
        frequency=applied["freq"],
        amount=applied["discount"],
    )


def _use_voucher(order: Order, voucher: Any, amount: Decimal, user: Any) -> None:
    gone = DiscountGone(
        f"The voucher {voucher.code} has been used up.", extra={"voucher": voucher.code}
    )
    within = Q(max_uses=None) | Q(max_uses__gt=F("num_orders"))
    counted = Voucher.objects.filter(within, pk=voucher.pk).update(
        num_orders=F("num_orders") + 1, total_discount=F("total_discount") + amount
    )
    if not counted:
        raise gone
    if not _note_use(order, voucher, user):
        raise gone


def _note_use(order: Order, voucher: Any, user: Any) -> bool:
    """Write the use unless its guard exists already, and return whether it was written."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {VoucherApplication._meta.db_table} "
            "(voucher_id, order_id, user_id, guard, date_created) VALUES (%s, %s, %s, %s, now()) "
            "ON CONFLICT DO NOTHING RETURNING id",
            [voucher.pk, order.pk, user and user.pk, _guard(voucher, order.email)],
        )
        return cursor.fetchone() is not None


def _guard(voucher: Any, email: str) -> str | None:
    if voucher.usage == Voucher.SINGLE_USE:
        return str(voucher.pk)
    if voucher.usage == Voucher.ONCE_PER_CUSTOMER:
        return f"{voucher.pk}:{email.strip().lower()}"
    return None
