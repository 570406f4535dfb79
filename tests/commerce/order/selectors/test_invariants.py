"""Right books have no faults; each planted fault is found by the invariant it breaks."""

from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import F
from django.utils import timezone

from commerce.basket.models import Basket
from commerce.checkout.models import Checkout
from commerce.offer.models import ConditionalOffer
from commerce.order.models import Line, Order, Shipment, VendorOrder, VendorOrderStatusChange
from commerce.order.selectors import invariants
from commerce.partner.models import StockRecord
from commerce.payment.models import Payment
from commerce.voucher.models import Voucher, VoucherApplication
from common.outbox.models import OutboxEvent
from tests.commerce.order.apis.test_admin import make_voucher
from tests.commerce.order.calling import buy, owner_of
from tests.factories import make_product, make_vendor
from tests.flows.test_lost_discounts import make_offer

pytestmark = pytest.mark.django_db


@pytest.fixture
def books() -> None:
    """A shop with an order of two vendors, discounted, one part of it on its way."""
    vendor, other = make_vendor(), make_vendor()
    voucher = make_voucher(vendor)
    make_offer(other, max_global_applications=3)
    group = buy(make_product(vendor=vendor), make_product(vendor=other), voucher=voucher.code)
    part = next(each for each in group["orders"] if each["vendor"]["slug"] == vendor.slug)
    for step in ("accept", "ship"):
        answer = owner_of(vendor).ask("POST", f"/vendor/orders/{part['id']}/{step}/", {})
        assert answer.status_code == 200
    buy(make_product(), method="manual")


def test_right_books_have_no_faults(books: None) -> None:
    assert invariants.faults() == []
    said = StringIO()
    call_command("verify_books", stdout=said)
    assert "7 invariants hold" in said.getvalue()


def _unpromised() -> None:
    StockRecord.objects.filter(num_allocated=1).update(num_allocated=2)


def _unheld() -> None:
    StockRecord.objects.update(num_reserved=1)


def _ended_but_promised() -> None:
    line = Line.objects.filter(num_allocated=0).first()
    assert line is not None
    Line.objects.filter(pk=line.pk).update(num_allocated=1, num_shipped=0)
    StockRecord.objects.filter(pk=line.stockrecord_id).update(num_allocated=1)


def _parcel_lost() -> None:
    Shipment.objects.all().delete()


def _refund_untold() -> None:
    Payment.objects.filter(status="captured").update(refunded_amount=5)


def _refund_unpaid() -> None:
    Order.objects.filter(status="pending").update(refunded_total=5)


def _paid_for_nothing() -> None:
    Payment.objects.filter(status="captured").update(status="voided")


def _begun_unpaid() -> None:
    VendorOrder.objects.filter(status="pending").update(status="placed")


def _basket_open() -> None:
    Basket.objects.filter(order__isnull=False).update(status=Basket.OPEN)


def _basket_without_order() -> None:
    Basket.objects.create(status=Basket.SUBMITTED, currency="NGN")


def _checkout_without_order() -> None:
    Checkout.objects.update(order=None)


def _total_off() -> None:
    Order.objects.filter(status="pending").update(total_incl_tax=F("total_incl_tax") + 1)


def _line_off() -> None:
    Line.objects.update(line_price_incl_tax=F("line_price_incl_tax") - 1)


def _commission_off() -> None:
    VendorOrder.objects.update(commission_amount=F("commission_amount") + 1)


def _voucher_uncounted() -> None:
    Voucher.objects.update(num_orders=0)


def _voucher_unwritten() -> None:
    VoucherApplication.objects.all().delete()


def _offer_uncounted() -> None:
    ConditionalOffer.objects.filter(num_applications=1).update(num_applications=2)


def _offer_amount_off() -> None:
    ConditionalOffer.objects.filter(num_applications=1).update(total_discount=1)


def _event_dead() -> None:
    OutboxEvent.objects.update(dead_at=timezone.now(), last_error="no")


def _lease_lapsed() -> None:
    at = timezone.now() - timedelta(minutes=5)
    OutboxEvent.objects.update(leased_until=at, processed_at=None)


def _history_lost() -> None:
    VendorOrderStatusChange.objects.filter(new_status="shipped").delete()


def _history_jumps() -> None:
    VendorOrderStatusChange.objects.filter(new_status="accepted").delete()


@pytest.mark.parametrize(
    ("plant", "name"),
    [
        (_unpromised, "I1"),
        (_unheld, "I1"),
        (_ended_but_promised, "I1"),
        (_parcel_lost, "I1"),
        (_refund_untold, "I3"),
        (_refund_unpaid, "I3"),
        (_paid_for_nothing, "I3"),
        (_begun_unpaid, "I3"),
        (_basket_open, "I5"),
        (_basket_without_order, "I5"),
        (_checkout_without_order, "I5"),
        (_total_off, "I6"),
        (_line_off, "I6"),
        (_commission_off, "I6"),
        (_voucher_uncounted, "I7"),
        (_voucher_unwritten, "I7"),
        (_offer_uncounted, "I7"),
        (_offer_amount_off, "I7"),
        (_event_dead, "I8"),
        (_lease_lapsed, "I8"),
        (_history_lost, "I10"),
        (_history_jumps, "I10"),
    ],
)
def test_a_planted_fault_is_found(books: None, plant: Callable[[], Any], name: str) -> None:
    plant()
    assert name in {each.invariant.split()[0] for each in invariants.faults()}
    said = StringIO()
    with pytest.raises(CommandError, match="in the books"):
        call_command("verify_books", stdout=said)
    assert f"{name} " in said.getvalue()


def test_what_the_database_forbids_is_seen_where_it_is_let_through(books: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH payment_payment AS (SELECT 'pay_1' AS public_id, 5 AS amount, "
            "9 AS captured_amount, 1 AS refunded_amount, 0::bigint AS order_id, "
            f"'captured' AS status) {invariants.MONEY}"
        )
        found = [row[0] for row in cursor.fetchall()]
    assert "payment pay_1" in found
