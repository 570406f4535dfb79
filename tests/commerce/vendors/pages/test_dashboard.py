"""The partner dashboard, asked as a browser asks."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from commerce.order.models import VendorOrder
from commerce.partner.models import Partner, StockRecord
from commerce.vendors.models import Member
from commerce.vendors.pages import showing
from tests.commerce.vendors.pages.orders import make_order
from tests.factories import make_product, make_user, make_vendor

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(client: Client) -> Any:
    user = make_user()
    client.force_login(user)
    return user


@pytest.fixture
def vendor(owner: Any) -> Partner:
    return make_vendor(owner=owner, name="Adunni Atelier")


def sizes(vendor: Partner, *, stock: int = 200) -> list[str]:
    product = make_product(
        vendor=vendor, price="35000.00", stock=stock, options={"size": ["S", "M"]}
    )
    records = StockRecord.objects.filter(product__parent=product).order_by("sku")
    return list(records.values_list("sku", flat=True))


def said(answer: Any) -> list[str]:
    return [str(each) for each in answer.context["messages"]]


def test_the_list_names_sizes_prices_and_counts(client: Client, vendor: Partner) -> None:
    order = make_order(vendor, *sizes(vendor), quantity=2)
    page = client.get("/partner/").content.decode()
    assert "Adunni Atelier" in page
    assert order.public_id in page
    assert "Size M" in page
    assert "₦141,500" in page
    assert 'New <span class="tally">1</span>' in page


def test_options_read_as_people_say_them() -> None:
    assert showing.options({"size": "M", "sleeve_length": "Long"}) == "Size M · Sleeve length Long"
    assert showing.options({"size": "One size"}) == "One size"


@pytest.mark.parametrize("path", ["/partner/", "/partner/products/", "/partner/stock/"])
def test_an_empty_page_says_what_comes_next(client: Client, vendor: Partner, path: str) -> None:
    assert "yet</h2>" in client.get(path).content.decode()


def test_an_order_is_accepted_and_shipped_in_two_parcels(client: Client, vendor: Partner) -> None:
    order = make_order(vendor, *sizes(vendor), quantity=2)
    path = f"/partner/orders/{order.public_id}/"
    assert "Accept the order" in client.get(path).content.decode()
    client.post(path, {"step": "accept"})
    first, second = order.lines.order_by("id")
    parcel = {"step": "ship", "carrier": "GIG", "tracking": "G-1"}
    client.post(path, {**parcel, f"line-{first.public_id}": "1", f"line-{second.public_id}": "0"})
    order.refresh_from_db()
    assert order.status == "partially_shipped"
    assert "1 of 2 shipped" in client.get(path).content.decode()
    client.post(path, {**parcel, f"line-{first.public_id}": "1", f"line-{second.public_id}": "2"})
    order.refresh_from_db()
    assert (order.status, order.shipments.count()) == ("shipped", 2)


@pytest.mark.parametrize("typed", ["0", "-1", "2.5", "many", "99"])
def test_a_parcel_that_cannot_be_is_refused(client: Client, vendor: Partner, typed: str) -> None:
    order = make_order(vendor, sizes(vendor)[0], quantity=2)
    path = f"/partner/orders/{order.public_id}/"
    client.post(path, {"step": "accept"})
    line = order.lines.get()
    answer = client.post(path, {"step": "ship", f"line-{line.public_id}": typed}, follow=True)
    assert len(said(answer)) == 2
    order.refresh_from_db()
    assert (order.status, order.shipments.count()) == ("accepted", 0)


def test_a_bookkeeper_sees_orders_and_decides_nothing(client: Client, vendor: Partner) -> None:
    bookkeeper = make_user()
    Member.objects.create(vendor=vendor, user=bookkeeper, role=Member.Role.FINANCE)
    order = make_order(vendor, sizes(vendor)[0])
    client.force_login(bookkeeper)
    path = f"/partner/orders/{order.public_id}/"
    assert "Accept the order" not in client.get(path).content.decode()
    client.post(path, {"step": "accept"})
    order.refresh_from_db()
    assert order.status == "placed"


def test_a_rivals_order_is_nowhere(client: Client, vendor: Partner) -> None:
    rival = make_vendor()
    order = make_order(rival, sizes(rival)[0])
    path = f"/partner/orders/{order.public_id}/"
    assert client.get(path).status_code == 404
    assert client.post(path, {"step": "accept"}).status_code == 404
    assert VendorOrder.objects.get(pk=order.pk).status == "placed"


def test_a_stranger_is_told_why(client: Client, owner: Any) -> None:
    answer = client.get("/partner/")
    assert answer.status_code == 403
    assert owner.email in answer.content.decode()


def test_a_count_that_is_no_number_leaves_the_others_saved(client: Client, vendor: Partner) -> None:
    small, medium = sizes(vendor)
    answer = client.post(
        "/partner/stock/", {f"sku-{small}": "7", f"sku-{medium}": "-3"}, follow=True
    )
    assert said(answer) == [
        f"{medium}: write a whole number from 0 to 1,000,000.",
        "1 count saved.",
    ]
    counted = dict(StockRecord.objects.filter(partner=vendor).values_list("sku", "num_in_stock"))
    assert counted == {small: 7, medium: 200}


def test_fewer_than_are_promised_are_refused(client: Client, vendor: Partner) -> None:
    sku = sizes(vendor)[0]
    make_order(vendor, sku, quantity=3)
    answer = client.post("/partner/stock/", {f"sku-{sku}": "2"}, follow=True)
    assert len(said(answer)) == 1
    assert StockRecord.objects.get(sku=sku).num_in_stock == 200


def test_one_works_only_for_ones_own_vendors(client: Client, owner: Any, vendor: Partner) -> None:
    second, rival = make_vendor(owner=owner, name="Zuri"), make_vendor()
    client.post("/partner/vendor/", {"vendor": second.slug})
    assert client.get("/partner/").context["vendor"] == second
    assert client.post("/partner/vendor/", {"vendor": rival.slug}).status_code == 404
    assert client.get("/partner/").context["vendor"] == second


def test_pages_ask_the_database_equally_often_however_many_orders(
    client: Client, vendor: Partner
) -> None:
    """Three orders or thirty: each page the same, and no more than twelve."""
    skus = sizes(vendor)
    for _ in range(2):
        sizes(vendor)
    order = make_order(vendor, *skus)
    for _ in range(2):
        make_order(vendor, *skus)
    paths = (
        "/partner/",
        "/partner/?status=placed",
        f"/partner/orders/{order.public_id}/",
        "/partner/products/",
        "/partner/stock/",
    )
    before = {path: asked(client, path) for path in paths}
    for _ in range(27):
        make_order(vendor, *sizes(vendor))
    assert VendorOrder.objects.filter(vendor=vendor).count() == 30
    assert {path: asked(client, path) for path in paths} == before
    assert max(before.values()) <= 12


def asked(client: Client, path: str) -> int:

    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)
