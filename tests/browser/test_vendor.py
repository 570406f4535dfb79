"""A vendor's day at the partner dashboard, at a desk and at a phone."""

import uuid
from typing import Any, NamedTuple

import pytest

from commerce.order.models import VendorOrder
from commerce.partner.models import Partner, StockRecord
from tests.browser.goods import buy, make_garment
from tests.browser.visitor import Visitor
from tests.factories import make_user, make_vendor

pytestmark = pytest.mark.timeout(600)


class Shop(NamedTuple):
    """A vendor, who owns it, and the SKUs of its one dress in two sizes."""

    vendor: Partner
    owner: Any
    small: str
    medium: str


@pytest.fixture
def shop(base: str) -> Shop:
    mark = uuid.uuid4().hex[:8]
    owner = make_user(email=f"owner-{mark}@example.com")
    vendor = make_vendor(owner=owner, slug=f"adunni-{mark}", name="Adunni Atelier")
    product = make_garment(vendor, slug=f"dress-{mark}")
    records = StockRecord.objects.filter(product__parent=product)
    skus = dict(records.values_list("product__variant_options__size", "sku"))
    return Shop(vendor, owner, skus["S"], skus["M"])


def enter(visitor: Visitor, shop: Shop) -> None:
    visitor.go("/partner/")
    visitor.sign_in(shop.owner.email)


def open_first(visitor: Visitor) -> None:
    with visitor.page.expect_navigation():
        visitor.page.locator("a.order-card").first.click()
    visitor.look()


def test_signing_in_with_the_wrong_password_and_asking_for_another(
    visitor: Visitor, shop: Shop
) -> None:
    visitor.go("/partner/")
    assert "/accounts/login/" in visitor.page.url
    visitor.sign_in(shop.owner.email, "not-the-password")
    assert visitor.page.locator("[role=alert]").first.is_visible()
    visitor.press("Forgotten your password?", role="link")
    visitor.page.get_by_label("Email").fill(shop.owner.email)
    visitor.press("Send the link")
    visitor.reads("Look into your mail")
    visitor.press("Back to signing in", role="link")
    visitor.sign_in(shop.owner.email)
    assert visitor.page.url.endswith("/partner/")
    visitor.reads("No orders yet")


def test_an_order_is_accepted_shipped_in_two_parcels_and_done(
    visitor: Visitor, shop: Shop, base: str
) -> None:
    enter(visitor, shop)
    buy(base, shop.vendor, {shop.small: 2, shop.medium: 1})
    visitor.go("/partner/")
    visitor.reads("₦106,500")
    visitor.reads("Size M")
    open_first(visitor)
    visitor.press("Accept the order")
    visitor.reads("Accepted. Now get it ready to ship.")
    pieces = visitor.page.get_by_label("Size S")
    pieces.fill("1")
    visitor.page.get_by_label("Size M").fill("0")
    visitor.page.get_by_label("Carrier").fill("GIG Logistics")
    visitor.page.get_by_label("Tracking number").fill("GIG-10023")
    visitor.press("Mark as shipped")
    visitor.reads("1 of 2 shipped")
    visitor.reads("GIG-10023")
    visitor.press("Mark as shipped")
    visitor.reads("2 of 2 shipped")
    order = VendorOrder.objects.get(vendor=shop.vendor)
    assert (order.status, order.shipments.count()) == ("shipped", 2)


def test_an_order_is_rejected_with_a_reason(visitor: Visitor, shop: Shop, base: str) -> None:
    buy(base, shop.vendor, {shop.small: 1})
    enter(visitor, shop)
    open_first(visitor)
    visitor.page.get_by_text("I cannot make it").click()
    visitor.look()
    visitor.page.get_by_label("Why").fill("The cloth is finished.")
    visitor.press("Reject and refund")
    visitor.reads("Rejected. The shopper gets the money back.")
    visitor.reads("The cloth is finished.")
    assert VendorOrder.objects.get(vendor=shop.vendor).status == "rejected"


def test_stock_is_counted_and_a_false_number_refused(
    visitor: Visitor, shop: Shop, base: str
) -> None:
    buy(base, shop.vendor, {shop.medium: 3})
    enter(visitor, shop)
    visitor.press("Stock", role="link")
    small, medium = (visitor.page.locator(f"[name='sku-{sku}']") for sku in shop[2:])
    small.fill("25")
    visitor.press("Save the counts")
    visitor.reads("1 count saved.")
    medium.fill("1")
    visitor.press("Save the counts")
    assert visitor.page.locator(".notice.error").is_visible()
    assert medium.input_value() == "10"
    medium.fill("-4")
    visitor.page.get_by_role("button", name="Save the counts").click()
    assert not medium.evaluate("field => field.validity.valid")
    counted = StockRecord.objects.filter(partner=shop.vendor)
    assert dict(counted.values_list("sku", "num_in_stock")) == {shop.small: 25, shop.medium: 10}


def test_products_are_shown_with_their_pictures(visitor: Visitor, shop: Shop) -> None:
    enter(visitor, shop)
    visitor.press("Products", role="link")
    visitor.reads("In the shop")
    visitor.reads("₦35,000")
    assert visitor.page.locator("main img").count() == 1


def test_a_member_of_two_works_for_one_at_a_time(visitor: Visitor, shop: Shop) -> None:
    second = make_vendor(owner=shop.owner, name="Zuri Studio", slug=f"zuri-{uuid.uuid4().hex[:8]}")
    enter(visitor, shop)
    visitor.page.get_by_label("Working for").select_option(second.slug)
    visitor.press("Switch")
    visitor.reads("You work for Zuri Studio now.")
    visitor.press("Stock", role="link")
    visitor.reads("No stock yet")
    visitor.press("Products", role="link")
    visitor.reads("No products yet")


def test_a_rivals_order_is_nowhere_and_a_stranger_is_told_why(
    visitor: Visitor, shop: Shop, base: str
) -> None:
    rival = make_vendor()
    product = make_garment(rival)
    sku = StockRecord.objects.filter(product__parent=product).values_list("sku", flat=True)[0]
    buy(base, rival, {sku: 1})
    enter(visitor, shop)
    theirs = VendorOrder.objects.get(vendor=rival)
    visitor.go(f"/partner/orders/{theirs.public_id}/", status=404)
    visitor.go("/partner/")
    visitor.press("Sign out")
    assert visitor.page.url == f"{base}/"
    stranger = make_user()
    visitor.go("/accounts/login/")
    visitor.sign_in(stranger.email)
    visitor.go("/partner/", status=403)
    visitor.reads("This room is for our vendors")
    visitor.reads(stranger.email)
