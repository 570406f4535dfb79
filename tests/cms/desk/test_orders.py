"""Staff act on orders; who may not sees no button and moves nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from commerce.order.models import Order, VendorOrder
from commerce.order.services import steps
from common.models import AuditEntry
from tests.factories import make_vendor
from tests.factories.orders import make_order

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def group_page(order: Order) -> str:
    return f"/admin/desk_orders/inspect/{order.pk}/"


def part_page(part: VendorOrder) -> str:
    return f"/admin/desk_vendor_orders/inspect/{part.pk}/"


def said(answer: Any) -> str:
    return " ".join(str(each) for each in get_messages(answer.wsgi_request))


def shown(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_an_order_is_paid_noted_and_cancelled(signed_in: SignIn) -> None:
    client, order = signed_in("Operations"), make_order(vendors=(make_vendor(), make_vendor()))
    page = group_page(order)
    before = shown(client, page)
    for words in (order.number, "Confirm payment", "Cancel the order", "12 Awolowo", order.email):
        assert words in before
    for part in order.vendor_orders.all():
        assert part_page(part) in before and part.vendor.name in before
    client.post(page, {"act": "confirm-payment"})
    order.refresh_from_db()
    assert (order.status, order.payments.get().status) == ("paid", "captured")
    assert "Confirm payment" not in shown(client, page)
    client.post(page, {"act": "note", "note-message": "Called <b>her</b>."})
    assert "Called &lt;b&gt;her&lt;/b&gt;." in shown(client, page)
    client.post(page, {"act": "cancel", "cancel-reason": "Changed her mind"})
    order.refresh_from_db()
    assert (order.status, order.refunded_total) == ("cancelled", order.total_incl_tax)
    assert "Cancel the order" not in shown(client, page)
    done = set(AuditEntry.objects.values_list("action", flat=True))
    assert {"order.payment_confirmed", "order.noted", "order.cancelled"} <= done


def test_a_refused_step_says_why_and_moves_nothing(signed_in: SignIn) -> None:
    client, order = signed_in("Operations"), make_order(method="test")
    answer = client.post(group_page(order), {"act": "confirm-payment"})
    assert answer.status_code == 302 and "waits for no payment" in said(answer)
    part = order.vendor_orders.get()
    answer = client.post(part_page(part), {"act": "deliver"})
    assert "cannot become delivered" in said(answer)
    answer = client.post(group_page(order), {"act": "explode"})
    assert "no such step" in said(answer)
    answer = client.post(group_page(order), {"act": "cancel", "cancel-reason": ""})
    assert answer.status_code == 200 and "This field is required" in answer.content.decode()
    answer = client.post(group_page(order), {"act": "note", "note-message": "a\x00b"})
    assert answer.status_code == 200
    order.refresh_from_db()
    part.refresh_from_db()
    assert (order.status, part.status, order.notes.count()) == ("paid", "placed", 0)


def test_a_part_is_accepted_shipped_in_two_and_delivered(signed_in: SignIn) -> None:
    client, order = signed_in("Operations"), make_order(method="test", quantity=2)
    part, page = order.vendor_orders.get(), part_page(order.vendor_orders.get())
    line = part.lines.get().public_id
    assert group_page(order) in shown(client, page)
    client.post(page, {"act": "accept"})
    parcel = {"act": "ship", f"ship-{line}": "3", "ship-carrier": "GIG", "ship-tracking": "T1"}
    answer = client.post(page, parcel)
    assert "2 of" in said(answer) and not part.shipments.exists()
    answer = client.post(page, {**parcel, f"ship-{line}": "0"})
    assert part.shipments.count() == 0
    client.post(page, {**parcel, f"ship-{line}": "1"})
    part.refresh_from_db()
    assert part.status == "partially_shipped"
    assert "1 left to ship" in shown(client, page) and "T1" in shown(client, page)
    client.post(page, {**parcel, f"ship-{line}": "1"})
    client.post(page, {"act": "deliver"})
    order.refresh_from_db()
    assert order.status == "delivered"
    assert "desk-acts" not in shown(client, page)


def test_a_part_is_rejected_or_cancelled_and_its_money_goes_back(signed_in: SignIn) -> None:
    client, order = (
        signed_in("admin"), make_order(method="test", vendors=(make_vendor(), make_vendor())),
    )  # fmt: skip
    first, second = order.vendor_orders.order_by("pk")
    client.post(part_page(first), {"act": "reject", "reject-reason": "No cloth"})
    client.post(part_page(second), {"act": "cancel", "cancel-reason": "Too late"})
    states = list(order.vendor_orders.order_by("pk").values_list("status", "reason"))
    assert states == [("rejected", "No cloth"), ("cancelled", "Too late")]
    order.refresh_from_db()
    assert order.refunded_total == order.total_incl_tax
    assert "No cloth" in shown(client, group_page(order))


def test_who_may_not_act_sees_no_button_and_moves_nothing(signed_in: SignIn) -> None:
    order = make_order(method="test")
    part = order.vendor_orders.get()
    for group, sees_cancel in (("Support", True), ("Finance", False)):
        client = signed_in(group)
        page = shown(client, group_page(order))
        assert ("Cancel the order" in page, "Add a note" in page) == (sees_cancel, True)
        assert "desk-acts" not in shown(client, part_page(part))
        assert client.post(part_page(part), {"act": "accept"}).status_code == 302
    finance = signed_in("Finance")
    finance.post(group_page(order), {"act": "cancel", "cancel-reason": "x"})
    editor = signed_in("Editors")
    assert editor.get(group_page(order)).status_code == 302
    assert editor.post(group_page(order), {"act": "note", "note-message": "x"}).status_code == 302
    assert Client().post(group_page(order), {"act": "cancel"}).status_code == 302
    order.refresh_from_db()
    part.refresh_from_db()
    assert (order.status, part.status, order.notes.count()) == ("paid", "placed", 0)


def test_lists_filter_by_state_payment_and_day_and_export(signed_in: SignIn) -> None:
    client = signed_in("Operations")
    waiting, paid = make_order(), make_order(method="test")
    whole = shown(client, "/admin/desk_orders/")
    assert waiting.number in whole and paid.number in whole and "Captured" in whole
    for asked in ("status=paid", "payment_status=captured"):
        found = shown(client, f"/admin/desk_orders/?{asked}")
        assert paid.number in found and waiting.number not in found
    old = shown(client, "/admin/desk_orders/?date_placed_to=2020-01-01")
    assert paid.number not in old
    table = client.get("/admin/desk_orders/?export=csv")
    assert b"captured" in b"".join(table.streaming_content)  # type: ignore[attr-defined]
    part = paid.vendor_orders.get()
    parts = shown(client, f"/admin/desk_vendor_orders/?vendor={part.vendor_id}&status=placed")
    assert part.public_id in parts and waiting.vendor_orders.get().public_id not in parts
    assert client.get("/admin/desk_vendor_orders/?export=csv").status_code == 200
    assert part.status == steps.Status.PLACED


def test_staff_see_what_the_shopper_sees(signed_in: SignIn) -> None:
    order = make_order()
    path = f"/admin/desk_orders/shopper/{order.pk}/"
    assert path in shown(signed_in("Support"), group_page(order))
    assert order.number in shown(signed_in("Support"), path)
    assert signed_in("Editors").get(path).status_code == 302
