"""Staff follow an order of two vendors through the admin, to the messages that went out."""

import pytest

from commerce.order.models import Order, VendorOrder
from common.outbox.services import delivery
from notifications.models import Message
from tests.browser.goods import make_garment
from tests.browser.visitor import Visitor
from tests.factories import make_user, make_vendor
from tests.flows.buyers import Buyer

pytestmark = pytest.mark.timeout(600)


def bought(base: str) -> Order:
    """Buy one garment of each of two vendors over REST."""
    buyer, shipping = Buyer(base), {}
    for _ in range(2):
        vendor = make_vendor()
        garment = make_garment(vendor)
        buyer.add(garment.children.order_by("pk")[0].stockrecords.get().sku)
        shipping[vendor.slug] = "standard"
    answer = buyer.buy(shipping).answer
    assert answer.status_code == 201, answer.text
    delivery.drain()
    return Order.objects.get(number=answer.json()["number"])


def opened(visitor: Visitor, path: str) -> None:
    """Open a page of the admin and look at it."""
    answer = visitor.page.goto(visitor.base + path)
    assert answer is not None
    assert answer.status == 200
    visitor.look(ours=False)


def test_an_order_is_followed_from_the_group_to_the_message(visitor: Visitor) -> None:
    order = bought(visitor.base)
    first, second = order.vendor_orders.select_related("vendor").order_by("pk")
    staff = make_user(is_staff=True, is_superuser=True)
    opened(visitor, "/admin/")
    visitor.sign_in(staff.email or "", ours=False)
    visitor.page.wait_for_url(f"{visitor.base}/admin/")
    opened(visitor, f"/admin/desk_orders/?q={order.number}")
    visitor.reads(order.number)
    opened(visitor, f"/admin/desk_orders/inspect/{order.pk}/")
    for part in (first, second):
        visitor.reads(part.vendor.name)
    opened(visitor, f"/admin/desk_vendor_orders/inspect/{first.pk}/")
    visitor.press("Accept", ours=False)
    visitor.page.locator("summary", has_text="Ship").click()
    visitor.page.get_by_label("Carrier").fill("GIG Logistics")
    visitor.page.get_by_label("Tracking number").fill("GIG-1")
    visitor.press("Ship", ours=False)
    visitor.reads("GIG-1")
    first.refresh_from_db()
    assert first.status == VendorOrder.Status.SHIPPED
    assert VendorOrder.objects.get(pk=second.pk).status == VendorOrder.Status.PLACED
    delivery.drain()
    said = set(Message.objects.filter(recipient=order.email).values_list("kind", flat=True))
    assert said == {"order_confirmation", "vendor_order_shipped"}
    opened(visitor, f"/admin/desk_messages/?q={order.email}")
    visitor.reads(Message.objects.get(kind="vendor_order_shipped", recipient=order.email).subject)
