"""Editors choose by picture, vendor, price and standing, and narrow the list as they like."""

from datetime import timedelta
from html import unescape
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cms import demo
from cms.pages.models import StandardPage
from commerce.catalogue.models import Collection, Product, ProductImage
from commerce.catalogue.selectors.buyable import buyable_pieces, buyable_products
from commerce.partner.models import Partner, Price, StockRecord
from commerce.partner.strategy import Selector
from common.media.models import Picture
from tests.factories import make_category, make_product, make_vendor

pytestmark = pytest.mark.django_db
CHOOSERS = ("product_chooser", "variant_chooser", "collection_chooser", "vendor_chooser")
ODD = ["9" * 40, "-1", "\x00", "%_\\", "1" * 5000, "\ud800"]


def shown(admin: Client, name: str = "product_chooser", **said: Any) -> str:
    answer = admin.get(reverse(f"{name}:choose_results"), said)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def picture(product: Product, *names: str) -> None:
    sizes = [{"name": str(n), "src": name, "width": n, "height": n}
             for n, name in enumerate(names, 1)]  # fmt: skip
    made = Picture(title="x", width=10, height=10, file="x.png", sizes=sizes)
    Picture.objects.bulk_create([made])
    ProductImage.objects.create(product=product, image=made, display_order=0)


def test_a_product_is_told_by_picture_vendor_price_and_standing(admin: Client) -> None:
    vendor = make_vendor(name="Àṣà Works")
    gown = make_product(title="Gown", vendor=vendor, options={"size": ["S", "M"]})
    dear = gown.children.last().stockrecords.get()
    dear.prices.update(amount="12500.50")
    picture(gown, "/media/small.webp", "/media/large.webp")
    page = shown(admin)
    for words in ("Àṣà Works", "₦10,000 – ₦12,500.50", "In stock", "Published",
                  'src="/media/small.webp"'):  # fmt: skip
        assert words in page, words
    assert "large.webp" not in page
    StockRecord.objects.update(num_in_stock=0)
    assert "Out of stock" in shown(admin)
    StockRecord.objects.filter(pk=dear.pk).update(is_tracked=False)
    assert "In stock" in shown(admin)
    Product.objects.filter(pk=gown.pk).update(is_made_to_measure=True)
    assert "Made to order" in shown(admin)


@pytest.mark.parametrize(
    ("of", "changes", "words"),
    [
        ("product", {"status": "draft"}, "Draft"), ("product", {"is_public": False}, "Unpublished"),
        ("vendor", {"is_open": False}, "Vendor closed"),
        ("vendor", {"status": "suspended"}, "Vendor suspended"),
    ],
)  # fmt: skip
def test_what_shoppers_cannot_buy_says_why(
    admin: Client, of: str, changes: dict[str, Any], words: str
) -> None:
    product = make_product()
    row = product if of == "product" else product.vendor
    type(row).objects.filter(pk=row.pk).update(**changes)
    page = shown(admin)
    assert words in page
    assert "Not for sale" in page and "choices__none" in page
    assert "Nothing fits" in shown(admin, buyable="on")


def test_a_piece_shows_its_own_price_and_stock(admin: Client) -> None:
    gown = make_product(title="Gown", options={"size": ["S", "M"]})
    small, medium = (each.stockrecords.get() for each in gown.children.order_by("pk"))
    small.prices.update(amount="777.00")
    StockRecord.objects.filter(pk=medium.pk).update(num_in_stock=0)
    page = shown(admin, "variant_chooser")
    for words in ("Gown, S", "Gown, M", small.sku, "₦777", "In stock", "Out of stock"):
        assert words in page, words
    only = shown(admin, "variant_chooser", buyable="on")
    assert "Gown, S" in only and "Gown, M" not in only


@pytest.mark.parametrize("name", ["product_chooser", "variant_chooser"])
def test_vendor_category_and_collection_narrow_what_is_shown(admin: Client, name: str) -> None:
    women = make_category(name="Women")
    shirts = make_category(name="Shirts", parent=women)
    one = make_product(title="Alaba", categories=(shirts,), options={"size": ["S"]})
    two = make_product(title="Bisi", vendor=one.vendor, categories=(women,))
    rains = Collection.objects.create(title="Rains", slug="rains")
    rains.members.create(product=one)
    rains.members.create(product=two, is_excluded=True)
    make_product(title="Chidi")

    def found(**said: Any) -> set[str]:
        page = shown(admin, name, **said)
        return {each for each in ("Alaba", "Bisi", "Chidi") if each in page}

    assert found() == {"Alaba", "Bisi", "Chidi"}
    assert found(vendor=one.vendor_id) == {"Alaba", "Bisi"}
    assert found(category=women.pk) == {"Alaba", "Bisi"}
    assert found(category=shirts.pk) == found(collection=rains.pk) == {"Alaba"}
    assert found(category=women.pk, q="bisi") == {"Bisi"}
    assert found(vendor=one.vendor_id, q="chidi") == set()


def test_what_can_be_bought_is_what_the_basket_sells() -> None:
    now, day = timezone.now(), timedelta(days=1)
    for record in (
        {}, {"num_in_stock": 0}, {"num_in_stock": 0, "allow_backorder": True},
        {"num_in_stock": 0, "is_tracked": False}, {"num_allocated": 10}, {"num_reserved": 10},
    ):  # fmt: skip
        for options in (None, {"size": ["S", "M"]}):
            made = make_product(options=options)
            piece = made.children.first() if options else made
            StockRecord.objects.filter(product=piece).update(**record)
    for price in (
        {"currency": "USD"}, {"valid_from": now + day}, {"valid_until": now - day},
        {"valid_from": now - day, "valid_until": now + day}, {"valid_until": now},
    ):  # fmt: skip
        Price.objects.filter(stockrecord__product=make_product()).update(**price)
    for product in (
        {"status": "draft"}, {"is_public": False}, {"status": "archived"}, {"status": "declined"},
    ):  # fmt: skip
        for options in (None, {"size": ["S", "M"]}):
            Product.objects.filter(pk=make_product(options=options).pk).update(**product)
            child = make_product(options={"size": ["S", "M"]}).children.first()
            Product.objects.filter(pk=child.pk).update(**product)
    for vendor in ({"status": "suspended"}, {"is_open": False}):
        Partner.objects.filter(pk=make_product().vendor_id).update(**vendor)
    strategy = Selector().strategy(at=now)
    pieces, products = set(), set()
    for each in Product.objects.exclude(structure="parent"):
        if strategy.fetch_for_product(each).availability.is_available_to_buy:
            pieces.add(each.pk)
            products.add(each.parent_id or each.pk)
    assert len(pieces) > 20
    assert set(buyable_pieces(at=now).values_list("pk", flat=True)) == pieces
    assert set(buyable_products(at=now).values_list("pk", flat=True)) == products


@pytest.mark.parametrize("name", CHOOSERS)
def test_a_page_of_results_costs_the_same_whatever_is_on_it(admin: Client, name: str) -> None:
    def fill(count: int) -> None:
        for _ in range(count):
            made = make_product(title="", options={"size": ["S", "M"]})
            picture(made, "/media/small.webp")
            row = Collection.objects.create(title=f"C {made.pk}", slug=f"c-{made.pk}")
            row.members.create(product=made)

    def cost(view: str) -> int:
        with CaptureQueriesContext(connection) as found:
            assert admin.get(reverse(f"{name}:{view}")).status_code == 200
        return len(found)

    fill(2)
    cost("choose_results")
    few = cost("choose_results"), cost("choose")
    fill(6)
    assert (cost("choose_results"), cost("choose")) == few
    assert few == ((8, 11) if name in ("product_chooser", "variant_chooser") else (6, 6))


@pytest.mark.parametrize("name", CHOOSERS)
@pytest.mark.parametrize("said", ODD, ids=lambda each: ascii(each)[:12])
def test_whatever_is_typed_the_list_answers(admin: Client, name: str, said: str) -> None:
    make_product()
    raw = quote(said.encode("utf-8", "surrogatepass"))
    names = ("q", "vendor", "category", "collection", "buyable", "shown", "trading", "p")
    for view in ("choose", "choose_results"):
        url = reverse(f"{name}:{view}")
        for each in names:
            answer = admin.get(f"{url}?{each}={raw}&multiple=1")
            assert answer.status_code == 200 or (each, answer.status_code) == ("p", 404), each


@pytest.mark.parametrize("said", [{"vendor": "x"}, {"category": "0"}, {"q": "x" * 101}])
def test_a_filter_that_cannot_be_read_shows_nothing_and_says_so(
    admin: Client, said: dict[str, str]
) -> None:
    make_product(title="Alaba")
    page = shown(admin, **said)
    assert "error-message" in page and "Alaba" not in page


def test_the_list_has_pages_and_says_what_to_do_where_it_is_empty(admin: Client) -> None:
    assert "Add the first one under Shop, Products" in shown(admin)
    for _ in range(13):
        make_product()
    assert "Page 1 of 2" in " ".join(shown(admin).split())
    assert shown(admin, p=2).count("<tr") == 2
    assert "13 matches" in " ".join(shown(admin, buyable="on").split())
    assert "Nothing fits" in shown(admin, q="nobody")


def test_collections_and_vendors_say_how_many_products_they_have(admin: Client) -> None:
    vendor = make_vendor(name="Indigo", city="Abeokuta")
    one, draft = make_product(vendor=vendor), make_product(vendor=vendor, status="draft")
    made = Collection.objects.create(title="Rains", slug="rains", is_public=False)
    for product in (one, draft):
        made.members.create(product=product)
    page = shown(admin, "collection_chooser")
    assert "1 product<" in "".join(page.split("\n")).replace("  ", "") and "Hidden" in page
    assert "Filled by hand" in page
    assert "Nothing fits" in shown(admin, "collection_chooser", shown="on")
    page = shown(admin, "vendor_chooser")
    assert "1 product" in page and "Approved" in page and "Abeokuta" in page
    Partner.objects.update(is_open=False)
    page = shown(admin, "vendor_chooser")
    assert "Closed now" in page and "None on sale" in page
    assert "Nothing fits" in shown(admin, "vendor_chooser", trading="on")


def test_what_is_chosen_tells_its_field_how_it_looks(admin: Client) -> None:
    one, two = make_product(title="Alaba"), make_product(title="Bisi")
    picture(one, "/media/small.webp")
    said = admin.get(reverse("product_chooser:chosen", args=[one.pk])).json()["result"]
    assert (said["title"], said["picture"]) == ("Alaba", "/media/small.webp")
    assert said["line"] == f"{one.vendor.name} · ₦10,000 · In stock"
    url = reverse("product_chooser:chosen_multiple")
    both = admin.get(url, {"id": [two.pk, one.pk, two.pk]}).json()["result"]
    assert [each["title"] for each in both] == ["Bisi", "Alaba"]


def test_a_page_of_many_chosen_products_opens_at_the_cost_of_few(admin: Client) -> None:
    home = demo.seed()

    def cost(count: int) -> int:
        chosen = [make_product(options={"size": ["S"]}) for _ in range(count)]
        rail = {"title": "Ours", "source": "products", "limit": 8, "products": chosen}
        page = StandardPage(title="Rails", slug=f"rails-{count}", body=[("product_rail", rail)])
        home.add_child(instance=page)
        with CaptureQueriesContext(connection) as found:
            shown = admin.get(f"/admin/pages/{page.pk}/edit/").content.decode()
        assert all(each.vendor.name in shown for each in chosen)
        return len(found)

    cost(1)
    assert cost(2) == cost(9)
