"""Money and limits around an order: what is taken, what goes back, what is free again."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from commerce.offer.models import ConditionalOffer
from commerce.order.models import Order
from commerce.order.services import fulfilment
from commerce.payment.exceptions import RefundTooLarge
from commerce.payment.models import Payment
from commerce.payment.services import payments
from commerce.voucher.models import Voucher, VoucherApplication
from common.utils import ids
from tests.commerce.checkout.test_journey import Guest, ready, two
from tests.factories import make_user
from tests.flows.test_lost_discounts import make_offer

__all__ = ["two"]
pytestmark = pytest.mark.django_db


def ordered(guest: Guest, shipping: dict[str, str], paying: dict[str, str]) -> Order:
    door = ready(guest, shipping)
    assert guest.send("POST", f"{door}payment/", paying).status_code == 200
    answer = guest.send("POST", f"{door}complete/", {})
    assert answer.status_code == 201, answer.content
    order: Order = Order.objects.get(number=answer.json()["number"])
    return order


@pytest.mark.parametrize(
    "paying", [{"method": "manual"}, {"method": "test", "outcome": "authorised"}]
)
def test_what_was_called_off_before_is_not_taken(two: Any, paying: dict[str, str]) -> None:
    guest, shipping, _ = two
    order, staff, now = ordered(guest, shipping, paying), make_user(), timezone.now()
    first, second = order.vendor_orders.order_by("pk")
    fulfilment.cancel_vendor_order(vendor_order_id=first.pk, by=staff, reason="None", at=now)
    fulfilment.confirm_payment(order_id=order.pk, by=staff, at=now)
    payment = Payment.objects.get()
    assert (payment.status, payment.captured_amount) == ("captured", second.total)
    fulfilment.cancel_vendor_order(vendor_order_id=second.pk, by=staff, reason="None", at=now)
    payment.refresh_from_db()
    assert (payment.status, payment.refunded_amount) == ("refunded", second.total)
    order.refresh_from_db()
    assert order.refunded_total == second.total


def test_a_shopper_who_promised_a_transfer_may_pay_by_another_method(two: Any) -> None:
    guest, shipping, _ = two
    door = ready(guest, shipping)
    guest.send("POST", f"{door}payment/", {"method": "manual"})
    paid = guest.send("POST", f"{door}payment/", {"method": "test"}).json()
    assert (paid["method"], paid["status"]) == ("test", "captured")
    assert guest.send("POST", f"{door}payment/", {"method": "manual"}).json() == paid
    statuses = Payment.objects.values_list("status", flat=True).order_by("pk")
    assert list(statuses) == ["voided", "captured"]


@pytest.mark.parametrize("amount", ["-1.00", "28000.01"])
def test_no_more_than_was_paid_goes_back(two: Any, amount: str) -> None:
    guest, shipping, _ = two
    order = ordered(guest, shipping, {"method": "test"})
    with pytest.raises(RefundTooLarge):
        payments.give_back(order_id=order.pk, amount=Decimal(amount))
    assert Payment.objects.get().refunded_amount == 0


def test_a_number_that_is_taken_is_drawn_again(two: Any, monkeypatch: Any) -> None:
    guest, shipping, _ = two
    Order.objects.create(
        number="FAAAAAAAAAAA", currency="NGN", total_incl_tax=1, total_excl_tax=1, items_total=1,
        email="a@example.com",
    )  # fmt: skip
    numbers = iter(["FAAAAAAAAAAA", "FBBBBBBBBBBB"])
    monkeypatch.setattr(ids, "order_number", lambda: next(numbers))
    assert ordered(guest, shipping, {"method": "test"}).number == "FBBBBBBBBBBB"


def test_a_called_off_order_frees_its_voucher_and_the_sum_it_gave(two: Any) -> None:
    guest, shipping, records = two
    now = timezone.now()
    voucher = Voucher.objects.create(
        name="Once", code="ONCE", usage=Voucher.ONCE_PER_CUSTOMER,
        start_datetime=now - timedelta(days=1), end_datetime=now + timedelta(days=1),
    )  # fmt: skip
    voucher.offers.add(make_offer(records[0].partner, offer_type=ConditionalOffer.VOUCHER))
    added = guest.send("POST", f"/baskets/{guest.basket}/vouchers/", {"code": "ONCE"})
    assert added.status_code in (200, 201), added.content
    order = ordered(guest, shipping, {"method": "test"})
    voucher.refresh_from_db()
    assert (voucher.num_orders, voucher.total_discount) == (1, order.discount_total)
    assert VoucherApplication.objects.get().guard == f"{voucher.pk}:ada@example.com"
    fulfilment.cancel_group(order_id=order.pk, by=None, reason="", at=now)
    voucher.refresh_from_db()
    assert (voucher.num_orders, voucher.total_discount) == (0, 0)
    assert not VoucherApplication.objects.exists()
