"""From a basket of two vendors to an order of each."""

import json
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from commerce.basket.models import Basket
from commerce.offer.models import ConditionalOffer
from commerce.order.models import Order, VendorOrder
from commerce.partner.models import Price, StockRecord
from commerce.payment.models import Payment
from commerce.voucher.models import Voucher
from common.outbox.models import OutboxEvent
from tests.factories import make_product, make_vendor
from tests.flows.buyers import ADDRESS
from tests.flows.test_lost_discounts import make_offer

pytestmark = pytest.mark.django_db
STORE = "/api/v1/store"


class Guest:
    def __init__(self) -> None:
        self.client = Client()
        opened = self.send("POST", "/baskets/", {}).json()
        self.basket, self.token = opened["id"], opened["token"]

    def send(self, method: str, path: str, body: Any, key: str = "") -> Any:
        headers = {"Idempotency-Key": key or uuid.uuid4().hex}
        if hasattr(self, "token"):
            headers["X-Basket-Token"] = self.token
        return self.client.generic(
            method, STORE + path, json.dumps(body), content_type="application/json",
            headers=headers,
        )  # fmt: skip

    def add(self, sku: str, quantity: int = 1) -> None:
        body = {"sku": sku, "quantity": quantity}
        assert self.send("POST", f"/baskets/{self.basket}/lines/", body).status_code == 201

    def opened(self, **more: Any) -> str:
        body = {"basket": self.basket, "email": "Ada@Example.com", **more}
        answer = self.send("POST", "/checkouts/", body)
        assert answer.status_code == 201, answer.content
        return str(answer.json()["id"])


@pytest.fixture
def two() -> tuple[Guest, dict[str, str], list[StockRecord]]:
    records, shipping = [], {}
    guest = Guest()
    for price in ("10000.00", "2500.00"):
        vendor = make_vendor()
        records.append(make_product(vendor=vendor, price=price, stock=5).stockrecords.get())
        shipping[vendor.slug] = "standard"
        guest.add(records[-1].sku, 2)
    return guest, shipping, records


def test_two_vendors_get_an_order_each_and_nothing_of_the_other(two: Any) -> None:
    guest, shipping, records = two
    door = f"/checkouts/{guest.opened()}/"
    filled = guest.send(
        "PATCH", door, {"shipping_address": ADDRESS, "shipping": shipping, "note": "Ring twice"}
    ).json()
    assert filled["totals"]["total"]["amount"] == "28000.00"
    methods = guest.send("GET", f"{door}shipping-methods/", {}).json()["results"]
    assert [each["methods"][0]["price"]["amount"] for each in methods] == ["1500.00"] * 2
    paid = guest.send("POST", f"{door}payment/", {"method": "test"}).json()
    assert paid["status"] == "captured"
    with CaptureQueriesContext(connection) as queries:
        answer = guest.send("POST", f"{door}complete/", {})
    assert answer.status_code == 201, answer.content
    assert len(queries) <= 40, len(queries)
    group = answer.json()
    assert [each["status"] for each in group["orders"]] == ["placed", "placed"]
    assert (group["status"], group["totals"]["total"]["amount"]) == ("paid", "28000.00")
    parts = VendorOrder.objects.filter(order__number=group["number"])
    assert sum(each.total for each in parts) == 28000
    assert {part.lines.get().sku for part in parts} == {each.sku for each in records}
    for record in records:
        record.refresh_from_db()
        assert (record.num_allocated, record.num_reserved) == (2, 0)
    assert OutboxEvent.objects.filter(type="order.placed", subject_id=group["number"]).count() == 1
    assert _order(guest, group["number"], "").status_code == 404
    assert _order(guest, group["number"], group["token"]).json()["number"] == group["number"]


def _order(guest: Guest, number: str, token: str) -> Any:
    return guest.client.get(f"{STORE}/orders/{number}/", headers={"X-Order-Token": token})


def test_the_whole_in_one_request_and_its_replay(two: Any) -> None:
    guest, shipping, _ = two
    body = {
        "basket": guest.basket, "email": "ada@example.com", "shipping_address": ADDRESS,
        "shipping": shipping, "payment": {"method": "test"}, "complete": True,
    }  # fmt: skip
    first = guest.send("POST", "/checkouts/", body, key="one")
    again = guest.send("POST", "/checkouts/", body, key="one")
    assert (first.status_code, first.content) == (201, again.content)
    assert again["Idempotent-Replayed"] == "true"
    other = guest.send("POST", "/checkouts/", {**body, "note": "x"}, key="one")
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
    assert Order.objects.count() == Payment.objects.count() == 1


def test_a_failed_payment_in_one_request_leaves_nothing(two: Any) -> None:
    guest, shipping, records = two
    body = {
        "basket": guest.basket, "email": "ada@example.com", "shipping_address": ADDRESS,
        "shipping": shipping, "payment": {"method": "test", "outcome": "failed"},
        "complete": True,
    }  # fmt: skip
    refused = guest.send("POST", "/checkouts/", body)
    assert (refused.status_code, refused.json()["code"]) == (409, "payment_failed")
    assert Payment.objects.count() == Order.objects.count() == 0
    records[0].refresh_from_db()
    assert records[0].num_reserved == 0


def ready(guest: Guest, shipping: dict[str, str]) -> str:
    checkout = guest.opened(shipping_address=ADDRESS, shipping=shipping)
    return f"/checkouts/{checkout}/"


def test_unpaid_is_refused_and_the_basket_survives(two: Any) -> None:
    guest, shipping, _ = two
    refused = guest.send("POST", f"{ready(guest, shipping)}complete/", {})
    assert (refused.status_code, refused.json()["code"]) == (409, "payment_required")
    assert Basket.objects.get(public_id=guest.basket).status == Basket.OPEN


def test_a_failed_payment_may_be_repeated(two: Any) -> None:
    guest, shipping, _ = two
    door = ready(guest, shipping)
    failed = guest.send("POST", f"{door}payment/", {"method": "test", "outcome": "failed"})
    assert failed.json()["status"] == "failed"
    assert guest.send("POST", f"{door}payment/", {"method": "test"}).json()["status"] == "captured"
    assert guest.send("POST", f"{door}complete/", {}).status_code == 201


def test_another_total_than_was_paid_is_refused(two: Any) -> None:
    guest, shipping, records = two
    door = ready(guest, shipping)
    guest.send("POST", f"{door}payment/", {"method": "test"})
    Price.objects.filter(stockrecord=records[0]).update(amount="11000.00")
    refused = guest.send("POST", f"{door}complete/", {})
    assert (refused.status_code, refused.json()["code"]) == (409, "price_changed")
    assert Order.objects.count() == 0
    assert guest.send("POST", f"{door}payment/", {"method": "test"}).json()["status"] == "captured"
    assert guest.send("POST", f"{door}complete/", {}).status_code == 201
    statuses = Payment.objects.values_list("status", flat=True).order_by("pk")
    assert list(statuses) == ["refunded", "captured"]


def test_stock_that_is_gone_is_refused(two: Any) -> None:
    guest, shipping, records = two
    StockRecord.objects.filter(pk=records[1].pk).update(num_in_stock=1)
    refused = guest.send("POST", f"{ready(guest, shipping)}payment/", {"method": "test"})
    assert (refused.status_code, refused.json()["code"]) == (409, "stock_gone")
    assert refused.json()["sku"] == records[1].sku


def test_a_bank_transfer_waits_for_staff(two: Any) -> None:
    guest, shipping, _ = two
    door = ready(guest, shipping)
    paid = guest.send("POST", f"{door}payment/", {"method": "manual"}).json()
    assert (paid["status"], paid["action"]["type"]) == ("pending", "bank_transfer")
    group = guest.send("POST", f"{door}complete/", {}).json()
    assert (group["status"], group["orders"][0]["status"]) == ("pending", "pending")


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"shipping_address": {**ADDRESS, "country": "AQ"}}, 422, "unknown_country"),
        ({"shipping": {"nobody": "standard"}}, 422, "unknown_shipping_method"),
        ({"shipping_address": {**ADDRESS, "planet": "Earth"}}, 400, None),
        ({"email": "nobody"}, 422, None),
        ({"shipping_address": {**ADDRESS, "phone": "abc"}}, 422, None),
    ],
)
def test_bad_fields_are_refused(two: Any, change: Any, status: int, code: str | None) -> None:
    guest, _, _ = two
    refused = guest.send("PATCH", f"/checkouts/{guest.opened()}/", change)
    assert refused.status_code == status, refused.content
    assert code in (None, refused.json()["code"])


def test_a_stranger_reaches_neither_basket_nor_checkout(two: Any) -> None:
    guest, _, _ = two
    door = f"/checkouts/{guest.opened()}/"
    stranger = Guest()
    assert stranger.send("GET", door, {}).status_code == 404
    body = {"basket": guest.basket, "email": "a@example.com"}
    refused = stranger.send("POST", "/checkouts/", body)
    assert (refused.status_code, refused.json()["code"]) == (422, "unknown_basket")
    unkeyed = guest.client.post(f"{STORE}/checkouts/", {}, content_type="application/json")
    assert unkeyed.json()["code"] == "idempotency_key_required"


def test_a_list_of_orders_costs_the_same_for_one_and_for_many() -> None:
    from tests.factories import make_user

    shopper = make_user()
    counts = []
    for _ in range(2):
        for _ in range(3):
            guest, vendor = Guest(), make_vendor()
            guest.add(make_product(vendor=vendor).stockrecords.get().sku)
            body = {
                "basket": guest.basket, "email": "a@example.com", "shipping_address": ADDRESS,
                "shipping": {vendor.slug: "standard"}, "payment": {"method": "test"},
                "complete": True,
            }  # fmt: skip
            assert guest.send("POST", "/checkouts/", body).status_code == 201
        Order.objects.update(user=shopper)
        client = Client()
        login = {"email": shopper.email, "password": "correct-horse-battery"}
        token = client.post(
            "/api/v1/auth/app/v1/auth/login", login, content_type="application/json"
        ).json()["meta"]["access_token"]
        with CaptureQueriesContext(connection) as queries:
            found = client.get(f"{STORE}/orders/", headers={"Authorization": f"Bearer {token}"})
        counts.append((found.json()["count"], len(queries)))
    assert [count for count, _ in counts] == [3, 6]
    assert counts[0][1] == counts[1][1]


def test_an_order_with_a_voucher_stays_within_forty_statements(two: Any) -> None:
    guest, shipping, records = two
    now = timezone.now()
    voucher = Voucher.objects.create(
        name="Ten", code="TEN", usage=Voucher.ONCE_PER_CUSTOMER,
        start_datetime=now - timedelta(days=1), end_datetime=now + timedelta(days=1),
    )  # fmt: skip
    voucher.offers.add(make_offer(records[0].partner, offer_type=ConditionalOffer.VOUCHER))
    code = {"code": "TEN"}
    assert guest.send("POST", f"/baskets/{guest.basket}/vouchers/", code).status_code == 201
    door = ready(guest, shipping)
    guest.send("POST", f"{door}payment/", {"method": "test"})
    with CaptureQueriesContext(connection) as queries:
        answer = guest.send("POST", f"{door}complete/", {})
    assert answer.json()["totals"]["discount"]["amount"] == "2000.00"
    assert len(queries) <= 40, len(queries)
    again = Guest()
    again.add(records[0].sku)
    again.send("POST", f"/baskets/{again.basket}/vouchers/", code)
    body = {
        "basket": again.basket, "email": "ADA@example.com", "shipping_address": ADDRESS,
        "shipping": shipping_of(records[0]), "payment": {"method": "test"}, "complete": True,
    }  # fmt: skip
    refused = again.send("POST", "/checkouts/", body)
    assert (refused.status_code, refused.json()["code"]) == (409, "discount_gone")


def shipping_of(record: StockRecord) -> dict[str, str]:
    return {record.partner.slug: "standard"}
