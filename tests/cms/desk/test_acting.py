"""Staff act on orders, vendors and messages; refusals are told in words and move nothing."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from commerce.order.models import Order, VendorOrder
from commerce.partner.models import Partner, StockRecord
from commerce.payment.models import Payment
from notifications.models import Message
from tests.commerce.checkout.test_journey import ADDRESS, Guest
from tests.factories import make_product, make_user, make_vendor

pytestmark = pytest.mark.django_db


def signed_in(group: str) -> Client:
    person = make_user(is_staff=True)
    person.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def operations() -> Client:
    return signed_in("Operations")


def bought(method: str = "test") -> Order:
    guest, shipping = Guest(), {}
    for _ in range(2):
        vendor = make_vendor()
        guest.add(make_product(vendor=vendor).stockrecords.get().sku, 2)
        shipping[vendor.slug] = "standard"
    body = {
        "basket": guest.basket, "email": "a@example.com", "shipping_address": ADDRESS,
        "shipping": shipping, "payment": {"method": method}, "complete": True,
    }  # fmt: skip
    answer = guest.send("POST", "/checkouts/", body)
    assert answer.status_code == 201, answer.content
    return Order.objects.get(number=answer.json()["number"])


def act(client: Client, door: str, name: str, **said: Any) -> str:
    answer = client.post(door, {"act": name, **said}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_transfer_is_confirmed_noted_and_cancelled(operations: Client) -> None:
    order = bought("manual")
    door = f"/admin/desk_orders/inspect/{order.pk}/"
    page = operations.get(door).content.decode()
    assert "Confirm payment" in page
    assert "vendors may begin" in act(operations, door, "confirm")
    assert set(order.vendor_orders.values_list("status", flat=True)) == {"placed"}
    assert "something has changed" in act(operations, door, "confirm")
    assert "Called the shopper" in act(operations, door, "note", message="Called the shopper")
    assert "is cancelled" in act(operations, door, "cancel", reason="They asked")
    order.refresh_from_db()
    payment = Payment.objects.get(order=order)
    assert (order.status, payment.refunded_amount) == ("cancelled", order.total_incl_tax)
    assert list(StockRecord.objects.values_list("num_allocated", flat=True)) == [0, 0]
    assert "Cancel order" not in operations.get(door).content.decode()


def test_a_vendor_order_is_accepted_and_shipped_in_two_parcels(operations: Client) -> None:
    part = VendorOrder.objects.filter(order=bought()).order_by("pk")[0]
    line = part.lines.get()
    door = f"/admin/desk_vendor_orders/inspect/{part.pk}/"
    act(operations, door, "accept")
    act(operations, door, "ship", **{line.public_id: "1", "carrier": "GIG", "tracking": "G-1"})
    part.refresh_from_db()
    assert part.status == "partially_shipped"
    refused = act(operations, door, "ship", **{line.public_id: "5"})
    assert "are left to ship" in refused
    assert part.shipments.count() == 1
    act(operations, door, "ship", **{line.public_id: "1"})
    part.refresh_from_db()
    assert (part.status, part.shipments.count()) == ("shipped", 2)
    assert "G-1" in operations.get(door).content.decode()


def test_a_rejected_part_gives_its_money_back_and_leaves_the_other(operations: Client) -> None:
    order = bought()
    first, second = order.vendor_orders.order_by("pk")
    act(operations, f"/admin/desk_vendor_orders/inspect/{first.pk}/", "reject", reason="No cloth")
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status) == ("rejected", "placed")
    assert Payment.objects.get(order=order).refunded_amount == first.total


def test_a_vendor_is_suspended_and_reopened(operations: Client) -> None:
    vendor = make_vendor(slug="ade")
    door = f"/admin/desk_vendors/inspect/{vendor.pk}/"
    assert "off sale" in act(operations, door, "suspend")
    assert Partner.objects.get().status == "suspended"
    assert "sells again" in act(operations, door, "reopen")
    assert Partner.objects.get().status == "approved"


def test_a_message_is_shown_and_sent_again(operations: Client) -> None:
    message = Message.objects.create(
        kind="order_confirmation", channel="email", recipient="a@example.com", subject="Hello",
        body_text="Hello", body_html="<p>Hello <script>x</script></p>", dedupe_key="one",
        status="failed",
    )  # fmt: skip
    door = f"/admin/desk_messages/inspect/{message.pk}/"
    page = operations.get(door).content.decode()
    assert "sandbox" in page
    assert "<script>x" not in page
    act(operations, door, "resend")
    message.refresh_from_db()
    assert message.status == "queued"


@pytest.mark.parametrize("group", ["Finance", "Editors"])
def test_whoever_may_not_act_sees_no_button_and_moves_nothing(group: str) -> None:
    client, order = signed_in(group), bought("manual")
    door = f"/admin/desk_orders/inspect/{order.pk}/"
    assert "Confirm payment" not in client.get(door, follow=True).content.decode()
    client.post(door, {"act": "confirm"})
    client.post(door, {"act": "cancel", "reason": "x"})
    order.refresh_from_db()
    assert order.status == "pending"
