"""Staff cancel orders, confirm payments, let vendors in and out, and read who did what."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from commerce.offer.models import ConditionalOffer, OfferApplication
from commerce.order.models import Order
from commerce.order.selectors import invariants
from commerce.payment.models import Payment
from commerce.storefront.services import documents
from commerce.voucher.models import Voucher, VoucherApplication
from common.models import AuditEntry
from common.outbox.services import delivery
from notifications.models import Message
from tests.commerce.order.calling import Person, buy, owner_of, staff
from tests.factories import make_product, make_user, make_vendor
from tests.flows.test_lost_discounts import make_offer

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator() -> Person:
    return staff()


def make_voucher(vendor: Any) -> Voucher:
    now = timezone.now()
    voucher = Voucher.objects.create(
        name="One", code=f"ONE{vendor.pk}", usage=Voucher.SINGLE_USE, max_uses=1,
        start_datetime=now - timedelta(days=1), end_datetime=now + timedelta(days=1),
    )  # fmt: skip
    voucher.offers.add(make_offer(vendor, offer_type=ConditionalOffer.VOUCHER))
    return voucher


def test_cancelling_gives_back_money_stock_and_the_uses_of_vouchers_and_offers(
    operator: Person,
) -> None:
    vendor = make_vendor()
    product, voucher = make_product(vendor=vendor), make_voucher(vendor)
    other = make_product()
    offer = make_offer(other.vendor, max_global_applications=1)
    number = buy(product, other, voucher=voucher.code)["number"]
    assert (VoucherApplication.objects.count(), OfferApplication.objects.count()) == (1, 2)
    assert invariants.faults() == []
    found = operator.ask("POST", f"/admin/orders/{number}/cancel/", {"reason": "Asked"}).json()
    assert (found["status"], found["payment"]["status"]) == ("cancelled", "refunded")
    assert found["totals"]["refunded"] == found["totals"]["total"]
    assert {each["status"] for each in found["orders"]} == {"cancelled"}
    payment, order = Payment.objects.get(), Order.objects.get()
    assert payment.refunded_amount == order.refunded_total == order.total_incl_tax > 0
    for each in (product, other):
        assert each.stockrecords.get().num_allocated == 0
    voucher.refresh_from_db()
    offer.refresh_from_db()
    assert (voucher.num_orders, voucher.total_discount) == (0, 0)
    assert (offer.num_applications, offer.num_orders, offer.total_discount) == (0, 0, 0)
    assert not VoucherApplication.objects.exists()
    assert not OfferApplication.objects.exists()
    assert invariants.faults() == []
    again = operator.ask("POST", f"/admin/orders/{number}/cancel/", {})
    assert (again.status_code, again.json()["code"]) == (409, "illegal_step")
    second = buy(product, other, voucher=voucher.code)
    assert second["totals"]["discount"] == found["totals"]["discount"]
    assert invariants.faults() == []


def test_what_has_shipped_is_not_cancelled(operator: Person) -> None:
    product = make_product()
    group = buy(product)
    owner, order = owner_of(product.vendor), group["orders"][0]["id"]
    for step in ("accept", "ship"):
        owner.ask("POST", f"/vendor/orders/{order}/{step}/", {})
    answer = operator.ask("POST", f"/admin/orders/{group['number']}/cancel/", {})
    assert (answer.status_code, answer.json()["code"]) == (409, "already_shipped")
    assert Payment.objects.get().refunded_amount == 0
    assert invariants.faults() == []


def vendor_mail() -> list[str]:
    delivery.drain()
    found = Message.objects.filter(kind="vendor_order_placed").order_by("recipient")
    return list(found.values_list("recipient", flat=True))


def test_a_transfer_is_confirmed_and_only_then_do_vendors_begin(operator: Person) -> None:
    products = [make_product(), make_product()]
    group = buy(*products, method="manual")
    assert (group["status"], group["payment"]["status"]) == ("pending", "pending")
    assert vendor_mail() == []
    assert Message.objects.filter(kind="order_confirmation").count() == 1
    owner = owner_of(products[0].vendor)
    order = owner.ask("GET", "/vendor/orders/?status=pending").json()["results"][0]["id"]
    for step in ("accept", "reject", "ship"):
        answer = owner.ask("POST", f"/vendor/orders/{order}/{step}/", {})
        assert (answer.status_code, answer.json()["code"]) == (409, "illegal_step")
    path = f"/admin/orders/{group['number']}/confirm-payment/"
    first = operator.ask("POST", path, {}, key="paid-1")
    again = operator.ask("POST", path, {}, key="paid-1")
    assert (first.status_code, first.content) == (200, again.content)
    paid = first.json()
    assert (paid["status"], paid["payment"]["status"]) == ("paid", "captured")
    assert {each["status"] for each in paid["orders"]} == {"placed"}
    assert vendor_mail() == sorted(each.vendor.email for each in products)
    answer = operator.ask("POST", path, {})
    assert (answer.status_code, answer.json()["code"]) == (409, "payment_not_pending")
    assert len(vendor_mail()) == 2
    assert owner.ask("POST", f"/vendor/orders/{order}/accept/", {}).status_code == 200
    assert invariants.faults() == []


def test_a_payment_confirmed_before_the_order_is_told_reaches_vendors_once(
    operator: Person,
) -> None:
    product = make_product()
    group = buy(product, method="manual")
    operator.ask("POST", f"/admin/orders/{group['number']}/confirm-payment/", {})
    assert vendor_mail() == [product.vendor.email]


def test_a_cancelled_transfer_is_confirmed_no_more(operator: Person) -> None:
    product = make_product()
    number = buy(product, method="manual")["number"]
    found = operator.ask("POST", f"/admin/orders/{number}/cancel/", {}).json()
    assert (found["status"], found["payment"]["status"]) == ("cancelled", "voided")
    answer = operator.ask("POST", f"/admin/orders/{number}/confirm-payment/", {})
    assert (answer.status_code, answer.json()["code"]) == (409, "payment_not_pending")
    assert vendor_mail() == []
    assert product.stockrecords.get().num_allocated == 0
    assert invariants.faults() == []


def shown() -> set[str]:
    found = Client().get("/api/v1/store/products/").json()
    return {each["slug"] for each in found["results"]}


def test_a_vendor_is_approved_suspended_and_reopened(operator: Person) -> None:
    vendor = make_vendor(status="pending")
    product, other = make_product(vendor=vendor), make_product()
    documents.rebuild()
    assert shown() == {other.slug}

    def step(name: str) -> Any:
        return operator.ask("POST", f"/admin/vendors/{vendor.slug}/{name}/", {})

    assert step("suspend").status_code == 409
    assert step("approve").json()["status"] == "approved"
    delivery.drain()
    assert shown() == {product.slug, other.slug}
    assert step("approve").json()["code"] == "vendor_status_conflict"
    assert step("suspend").json()["status"] == "suspended"
    assert shown() == {other.slug}
    assert step("reopen").json()["status"] == "approved"
    assert shown() == {product.slug, other.slug}
    assert operator.ask("POST", "/admin/vendors/nobody/approve/", {}).status_code == 404
    unknown = operator.ask("POST", f"/admin/vendors/{vendor.slug}/suspend/", {"x": 1})
    assert unknown.status_code == 400
    acts = operator.ask("GET", "/admin/audit/").json()["results"]
    assert [(each["action"], each["before"], each["after"]) for each in acts] == [
        ("vendor.reopen", {"status": "suspended"}, {"status": "approved"}),
        ("vendor.suspend", {"status": "approved"}, {"status": "suspended"}),
        ("vendor.approve", {"status": "pending"}, {"status": "approved"}),
    ]
    for each in acts:
        assert (each["actor"], each["vendor"]) == (operator.user.public_id, vendor.slug)
        assert each["subject"] == {"type": "partner.partner", "id": vendor.public_id}


def test_lists_come_in_pages_and_a_constant_number_of_statements(
    operator: Person, django_assert_max_num_queries: Any
) -> None:
    product = make_product()
    for _ in range(4):
        buy(product)
    make_vendor(status="closed")
    operator.ask("GET", "/admin/vendors/")
    with django_assert_max_num_queries(14):
        found = operator.ask("GET", "/admin/orders/?limit=3").json()
    assert (found["count"], len(found["results"])) == (4, 3)
    rest = operator.ask("GET", found["next"].partition("/api/v1")[2]).json()["results"]
    assert len({each["number"] for each in found["results"] + rest}) == 4
    assert operator.ask("GET", "/admin/vendors/").json()["count"] == 2
    for path in ("orders", "vendors", "audit"):
        assert operator.ask("GET", f"/admin/{path}/?limit=0").status_code == 400
    number = rest[0]["number"]
    assert operator.ask("GET", f"/admin/orders/{number}/").json()["number"] == number
    assert operator.ask("GET", "/admin/orders/NONE/").status_code == 404


def test_staff_without_the_role_are_refused() -> None:
    person = Person(make_user(is_staff=True))
    number = buy(make_product())["number"]
    for method, path in (
        ("GET", "/admin/orders/"),
        ("GET", f"/admin/orders/{number}/"),
        ("GET", "/admin/vendors/"),
        ("GET", "/admin/audit/"),
        ("POST", f"/admin/orders/{number}/cancel/"),
        ("POST", f"/admin/orders/{number}/confirm-payment/"),
        ("POST", "/admin/vendors/nobody/approve/"),
    ):
        assert person.ask(method, path, {} if method == "POST" else None).status_code == 403
    assert Order.objects.get().status == "paid"
    assert not AuditEntry.objects.exists()
