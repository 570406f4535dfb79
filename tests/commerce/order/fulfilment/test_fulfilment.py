"""A vendor takes an order through its steps, over REST and on the pages; rivals see nothing."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from commerce.order.models import Line, Order, VendorOrder
from commerce.order.services import fulfilment, steps
from commerce.vendors.models import Member
from tests.factories import make_product, make_user, make_vendor

pytestmark = pytest.mark.django_db


def make_order(vendor: Any) -> VendorOrder:
    record = make_product(vendor=vendor).stockrecords.get()
    type(record).objects.filter(pk=record.pk).update(num_allocated=2)
    total = Decimal("20000.00")
    group = Order.objects.create(
        number=f"N{record.pk}", currency="NGN", total_incl_tax=total, total_excl_tax=total,
        shipping_incl_tax=0, shipping_excl_tax=0, items_total=total, status="paid",
        email="shopper@example.com", date_placed=timezone.now(),
    )  # fmt: skip
    part = VendorOrder.objects.create(
        order=group, vendor=vendor, status="placed", currency="NGN", items_total=total,
        total=total, commission_rate="0.15", commission_amount=3000,
        recipient={"first_name": "Ada"}, placed_at=timezone.now(),
    )  # fmt: skip
    Line.objects.create(
        order=group, vendor_order=part, partner=vendor, stockrecord=record,
        product=record.product, title="Shirt", sku=record.sku, quantity=2, num_allocated=2,
        unit_price_incl_tax=10000, unit_price_excl_tax=10000, line_price_incl_tax=total,
        line_price_excl_tax=total, line_price_before_discounts_incl_tax=total,
        line_price_before_discounts_excl_tax=total,
    )  # fmt: skip
    return part


def test_a_rejected_order_gives_its_stock_back_and_cancels_the_group() -> None:
    part = make_order(make_vendor())
    at = timezone.now()
    fulfilment.reject(vendor_order_id=part.pk, by=None, reason="No cloth", at=at)
    part.refresh_from_db()
    assert (part.status, part.order.status) == ("rejected", "cancelled")
    assert part.lines.get().stockrecord.num_allocated == 0
    with pytest.raises(steps.IllegalStep):
        fulfilment.accept(vendor_order_id=part.pk, by=None, at=at)


def test_parts_ship_one_by_one_and_never_more_than_there_is() -> None:
    part = make_order(make_vendor())
    at, line = timezone.now(), part.lines.get().public_id
    fulfilment.accept(vendor_order_id=part.pk, by=None, at=at)

    def ship(quantity: int) -> Any:
        return fulfilment.ship(
            vendor_order_id=part.pk, quantities={line: quantity}, carrier="GIG",
            tracking="1", by=None, at=at,
        )  # fmt: skip

    with pytest.raises(steps.NothingToShip):
        ship(3)
    assert not part.shipments.exists()
    ship(1)
    part.refresh_from_db()
    assert part.status == "partially_shipped"
    with pytest.raises(steps.AlreadyShipped):
        fulfilment.cancel_group(order_id=part.order_id, by=None, reason="", at=at)
    ship(1)
    part.refresh_from_db()
    record = part.lines.get().stockrecord
    assert (part.status, part.order.status) == ("shipped", "shipped")
    assert (record.num_in_stock, record.num_allocated) == (8, 0)


def test_the_pages_work_for_members_and_only_for_them(client: Client) -> None:
    vendor = make_vendor()
    part, rivals = make_order(vendor), make_order(make_vendor())
    client.force_login(Member.objects.get(vendor=vendor).user)
    for path in ("", f"orders/{part.public_id}/", "products/", "stock/"):
        assert client.get(f"/partner/{path}").status_code == 200
    assert client.get(f"/partner/orders/{rivals.public_id}/").status_code == 404
    assert client.post(f"/partner/orders/{part.public_id}/", {"step": "accept"}).status_code == 302
    part.refresh_from_db()
    assert part.status == "accepted"
    assert client.get(f"/partner/orders/{part.public_id}/").status_code == 200
    client.force_login(make_user())
    assert client.get("/partner/").status_code == 403
    client.logout()
    assert client.get("/partner/").status_code == 302


def test_what_has_shipped_arrives_once_and_the_group_settles(client: Client) -> None:
    vendor = make_vendor()
    part = make_order(vendor)
    at, line = timezone.now(), part.lines.get().public_id
    with pytest.raises(steps.IllegalStep):
        fulfilment.deliver(vendor_order_id=part.pk, by=None, at=at)
    fulfilment.accept(vendor_order_id=part.pk, by=None, at=at)
    fulfilment.ship(
        vendor_order_id=part.pk, quantities={line: 2}, carrier="", tracking="", by=None, at=at
    )
    client.force_login(Member.objects.get(vendor=vendor).user)
    page = f"/partner/orders/{part.public_id}/"
    assert "It has arrived" in client.get(page).content.decode()
    client.post(page, {"step": "deliver"})
    part.refresh_from_db()
    assert (part.status, part.order.status) == ("delivered", "delivered")
    with pytest.raises(steps.IllegalStep):
        fulfilment.deliver(vendor_order_id=part.pk, by=None, at=at)
    assert part.status_changes.filter(new_status="delivered").count() == 1
