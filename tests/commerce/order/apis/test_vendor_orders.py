"""A vendor works on orders bought and paid over REST; money and stock follow every step."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from commerce.order.models import Order, Shipment, VendorOrder, VendorOrderStatusChange
from commerce.order.selectors import invariants
from commerce.partner.models import StockRecord
from commerce.payment.models import Payment
from common.models import AuditEntry
from tests.commerce.order.calling import Person, buy, owner_of
from tests.factories import make_product, make_vendor

pytestmark = pytest.mark.django_db


class Bought:
    """Two pieces each of two products of a vendor, bought together with one of a rival."""

    def __init__(self) -> None:
        self.vendor, self.rival = make_vendor(), make_vendor()
        self.products = [make_product(vendor=self.vendor) for _ in range(2)]
        self.group = buy(*self.products, make_product(vendor=self.rival), quantity=2)
        self.owner = owner_of(self.vendor)
        self.id = self.part(self.vendor)["id"]
        self.rivals = self.part(self.rival)["id"]

    def part(self, vendor: Any) -> Any:
        return next(
            each for each in self.group["orders"] if each["vendor"]["slug"] == vendor.slug
        )  # fmt: skip

    def step(self, name: str, body: Any = None, *, who: Person | None = None, key: str = "") -> Any:
        path = f"/vendor/orders/{self.id}/{name}/"
        return (who or self.owner).ask("POST", path, body or {}, key=key)

    def stock(self) -> list[tuple[int, int]]:
        found = StockRecord.objects.filter(product__in=self.products).order_by("id")
        return list(found.values_list("num_in_stock", "num_allocated"))

    def order(self) -> Order:
        return Order.objects.get(number=self.group["number"])


@pytest.fixture
def bought() -> Bought:
    return Bought()


def test_orders_are_listed_filtered_and_paged(bought: Bought) -> None:
    for _ in range(2):
        buy(bought.products[0])
    owner = bought.owner
    first = owner.ask("GET", "/vendor/orders/?limit=2").json()
    assert (first["count"], first["previous"]) == (3, None)
    rest = owner.ask("GET", first["next"].partition("/api/v1")[2]).json()
    found = first["results"] + rest["results"]
    assert len({each["id"] for each in found}) == 3
    assert found == sorted(found, key=lambda each: each["placed_at"], reverse=True)
    bought.step("accept")
    accepted = owner.ask("GET", "/vendor/orders/?status=accepted").json()
    assert [each["id"] for each in accepted["results"]] == [bought.id]
    assert owner.ask("GET", "/vendor/orders/?status=placed").json()["count"] == 2
    for query in ("status=lost", "limit=0", "cursor=x", "number=1"):
        assert owner.ask("GET", f"/vendor/orders/?{query}").status_code == 400


def test_a_list_takes_the_same_statements_for_more_orders(
    bought: Bought, django_assert_max_num_queries: Any
) -> None:
    for _ in range(5):
        buy(bought.products[0])
    bought.owner.ask("GET", "/vendor/profile/")
    with django_assert_max_num_queries(12):
        assert bought.owner.ask("GET", "/vendor/orders/").json()["count"] == 6


def test_a_vendor_reads_its_part_and_nothing_of_the_rest(bought: Bought) -> None:
    answer = bought.owner.ask("GET", f"/vendor/orders/{bought.id}/")
    found = answer.json()
    assert len(found["lines"]) == 2
    assert found["totals"]["total"]["amount"] == "41500.00"
    assert found["commission"]["amount"] == "6000.00"
    assert found["recipient"]["city"] == "Lagos"
    said = answer.content.decode()
    for secret in ("amina@example.com", bought.group["number"], bought.rival.slug, bought.rivals):
        assert secret not in said


def test_an_order_is_accepted_and_shipped_in_parts(bought: Bought) -> None:
    assert bought.step("accept").json()["status"] == "accepted"
    lines = [each["id"] for each in bought.part(bought.vendor)["lines"]]
    parcel = {"lines": [{"line": lines[0], "quantity": 1}], "carrier": "GIG", "tracking": "T1"}
    partial = bought.step("ship", parcel).json()
    assert partial["status"] == "partially_shipped"
    assert [each["shipped"] for each in partial["lines"]] == [1, 0]
    assert partial["shipments"][0]["lines"] == [{"line": lines[0], "quantity": 1}]
    assert bought.stock() == [(9, 1), (10, 2)]
    assert bought.order().status == "partially_shipped"
    whole = bought.step("ship").json()
    assert (whole["status"], len(whole["shipments"])) == ("shipped", 2)
    assert bought.stock() == [(8, 0), (8, 0)]
    assert bought.step("deliver").json()["status"] == "delivered"
    assert invariants.faults() == []


@pytest.mark.parametrize(
    ("lines", "status", "code"),
    [
        ([("", 3)], 422, "quantity_not_shippable"),
        ([("", 1), ("", 2)], 422, "quantity_not_shippable"),
        ([("", 1), ("oln_none", 1)], 422, "unknown_line"),
        ([("", 0)], 422, "invalid"),
        ([], 422, "invalid"),
        ([("", "1")], 400, "malformed"),
    ],
)
def test_a_parcel_that_is_refused_leaves_nothing(
    bought: Bought, lines: Any, status: int, code: str
) -> None:
    bought.step("accept")
    real = bought.part(bought.vendor)["lines"][0]["id"]
    asked = [{"line": line or real, "quantity": quantity} for line, quantity in lines]
    answer = bought.step("ship", {"lines": asked})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert not Shipment.objects.exists()
    assert bought.stock() == [(10, 2), (10, 2)]
    assert bought.owner.ask("GET", f"/vendor/orders/{bought.id}/").json()["status"] == "accepted"
    assert invariants.faults() == []


def test_a_line_of_a_rival_does_not_travel_in_ones_parcel(bought: Bought) -> None:
    bought.step("accept")
    theirs = bought.part(bought.rival)["lines"][0]["id"]
    answer = bought.step("ship", {"lines": [{"line": theirs, "quantity": 1}]})
    assert (answer.status_code, answer.json()["code"]) == (422, "unknown_line")


def test_a_rejected_part_is_refunded_and_the_rest_goes_on(bought: Bought) -> None:
    rejected = bought.step("reject", {"reason": "No cloth"}).json()
    assert (rejected["status"], rejected["reason"]) == ("rejected", "No cloth")
    payment = Payment.objects.get(order=bought.order())
    assert payment.refunded_amount == bought.order().refunded_total == Decimal("41500.00")
    assert (payment.status, bought.order().status) == ("captured", "paid")
    assert bought.stock() == [(10, 0), (10, 0)]
    assert invariants.faults() == []
    rival = owner_of(bought.rival)
    for step in ("accept", "ship"):
        path = f"/vendor/orders/{bought.rivals}/{step}/"
        assert rival.ask("POST", path, {}).status_code == 200
    assert bought.order().status == "shipped"
    assert invariants.faults() == []


def test_when_every_part_is_rejected_the_group_ends_and_all_goes_back(bought: Bought) -> None:
    bought.step("reject")
    path = f"/vendor/orders/{bought.rivals}/reject/"
    assert owner_of(bought.rival).ask("POST", path, {}).status_code == 200
    order = bought.order()
    payment = Payment.objects.get(order=order)
    assert (order.status, payment.status) == ("cancelled", "refunded")
    assert order.refunded_total == order.total_incl_tax == payment.refunded_amount
    assert invariants.faults() == []


@pytest.mark.parametrize(
    ("before", "step"),
    [
        ((), "ship"),
        (("accept",), "accept"),
        (("accept",), "reject"),
        (("reject",), "accept"),
        (("reject",), "reject"),
        (("accept", "ship"), "ship"),
        (("accept", "ship"), "reject"),
        (("accept",), "deliver"),
        (("accept", "ship", "deliver"), "deliver"),
    ],
)
def test_an_illegal_step_is_a_409_and_changes_nothing(
    bought: Bought, before: tuple[str, ...], step: str
) -> None:
    for each in before:
        assert bought.step(each).status_code == 200
    state = bought.owner.ask("GET", f"/vendor/orders/{bought.id}/").content
    told = VendorOrderStatusChange.objects.count(), AuditEntry.objects.count()
    answer = bought.step(step)
    assert (answer.status_code, answer.json()["code"]) == (409, "illegal_step")
    assert bought.owner.ask("GET", f"/vendor/orders/{bought.id}/").content == state
    assert (VendorOrderStatusChange.objects.count(), AuditEntry.objects.count()) == told
    assert invariants.faults() == []


def test_a_rivals_order_is_not_there_whatever_is_done_to_it(bought: Bought) -> None:
    rival = owner_of(bought.rival)
    unknown = "ord_" + "x" * 22
    for order in (bought.id, unknown):
        assert rival.ask("GET", f"/vendor/orders/{order}/").status_code == 404
        for step in ("accept", "reject", "ship", "deliver"):
            answer = rival.ask("POST", f"/vendor/orders/{order}/{step}/", {})
            assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert [each["id"] for each in rival.ask("GET", "/vendor/orders/").json()["results"]] == [
        bought.rivals
    ]
    assert VendorOrder.objects.get(public_id=bought.id).status == "placed"


def test_a_retry_is_answered_byte_for_byte_and_done_once(bought: Bought) -> None:
    first = bought.step("accept", key="accept-1")
    again = bought.step("accept", key="accept-1")
    assert (first.status_code, again.status_code) == (200, 200)
    assert (again.content, again["Idempotent-Replayed"]) == (first.content, "true")
    other = bought.step("accept", {"reason": "x"}, key="accept-1")
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
    line = bought.part(bought.vendor)["lines"][0]["id"]
    parcel = {"lines": [{"line": line, "quantity": 1}]}
    sent = [bought.step("ship", parcel, key="ship-1") for _ in range(2)]
    assert sent[0].content == sent[1].content
    assert Shipment.objects.count() == 1
    changes = VendorOrderStatusChange.objects.filter(vendor_order__public_id=bought.id)
    assert list(changes.values_list("new_status", flat=True)) == [
        "placed", "accepted", "partially_shipped",
    ]  # fmt: skip


def test_acting_without_a_key_is_a_400(bought: Bought) -> None:
    path = f"/api/v1/vendor/orders/{bought.id}/accept/"
    token = bought.owner.token("vendor").json()["access_token"]
    answer = bought.owner.client.post(path, headers={"Authorization": f"Bearer {token}"})
    assert (answer.status_code, answer.json()["code"]) == (400, "idempotency_key_required")


def test_every_step_is_written_down_with_who_took_it(bought: Bought) -> None:
    bought.step("accept")
    act = AuditEntry.objects.get()
    assert (act.action, act.subject_id, act.actor) == (
        "order.accepted", bought.id, bought.owner.user,
    )  # fmt: skip
    assert (act.before, act.after) == ({"status": "placed"}, {"status": "accepted"})
    assert act.at > timezone.now() - timedelta(minutes=1)
