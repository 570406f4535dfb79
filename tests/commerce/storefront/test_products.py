"""Browsing over REST."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from commerce.storefront.selectors import dictionary
from commerce.storefront.services import documents
from tests.factories import make_category, make_product, make_vendor

pytestmark = pytest.mark.django_db
STORE = "/api/v1/store"


@pytest.fixture(autouse=True)
def _fresh_dictionary() -> None:
    dictionary.forget()


def slugs(client: Client, query: str = "") -> list[str]:
    answer = client.get(f"{STORE}/products/{query}")
    assert answer.status_code == 200, answer.content
    return [each["slug"] for each in answer.json()["results"]]


def test_a_list_is_one_statement_and_an_item_says_it_all(client: Client) -> None:
    make_product(slug="adire-shirt", title="Adire shirt", options={"size": ["S", "M"]})
    documents.rebuild()
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(f"{STORE}/products/")
    assert len(queries) == 1
    item = answer.json()["results"][0]
    assert item["price"] == {"amount": "10000.00", "currency": "NGN"}
    assert item["options"] == [{"code": "size", "name": "Size", "values": ["S", "M"]}]
    assert "Accept-Language" in answer["Vary"]
    again = client.get(f"{STORE}/products/", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304


def test_one_variant_must_satisfy_all_chosen_options(client: Client) -> None:
    make_product(slug="both", options={"size": ["S", "M"], "color": ["red", "blue"]})
    make_product(slug="small", options={"size": ["S"], "color": ["blue"]})
    documents.rebuild()
    assert slugs(client, "?option.size=M&option.color=red") == ["both"]
    assert set(slugs(client, "?option.size=S&option.size=M")) == {"both", "small"}
    assert slugs(client, "?option.size=XXL") == []


def test_facets_do_not_shrink_their_own_counts(client: Client) -> None:
    make_product(options={"size": ["S", "M"]})
    make_product(options={"size": ["S"]})
    documents.rebuild()
    found = client.get(f"{STORE}/products/?facets=true&option.size=M").json()
    size = next(each for each in found["facets"] if each["code"] == "option.size")
    assert {each["value"]: each["count"] for each in size["values"]} == {"S": 2, "M": 1}
    assert found["count"] == 1


def test_filters_by_place_price_and_vendor(client: Client) -> None:
    men, women = make_category(slug="men"), make_category(slug="women")
    shirts = make_category(slug="shirts", parent=men)
    vendor = make_vendor(slug="ade")
    make_product(slug="shirt", categories=(shirts,), vendor=vendor, price="5000.00")
    make_product(slug="dress", categories=(women,), price="20000.00", compare_at="25000.00")
    documents.rebuild()
    assert slugs(client, "?category=men") == ["shirt"]
    assert slugs(client, "?vendor=ade") == ["shirt"]
    assert slugs(client, "?price_min=10000") == ["dress"]
    assert slugs(client, "?price_max=10000.00") == ["shirt"]
    assert slugs(client, "?on_sale=true") == ["dress"]
    assert slugs(client, "?category=none") == []


def test_search_forgives_a_slip(client: Client) -> None:
    make_product(slug="kaftan", title="Embroidered kaftan")
    make_product(slug="boots", title="Leather boots")
    documents.rebuild()
    assert slugs(client, "?q=kaftan") == ["kaftan"]
    assert slugs(client, "?q=kaftna") == ["kaftan"]
    found = client.get(f"{STORE}/search/suggest/?q=boots").json()["results"]
    assert found == [{"title": "Leather boots", "slug": "boots"}]


@pytest.mark.parametrize("sort", ["newest", "price", "-price", "popularity", "rating"])
def test_pages_show_everything_once_and_go_back(client: Client, sort: str) -> None:
    vendor = make_vendor()
    wanted = {make_product(vendor=vendor).slug for _ in range(7)}
    documents.rebuild()
    seen: list[str] = []
    url: Any = f"{STORE}/products/?limit=3&sort={sort}"
    last = None
    while url:
        page = client.get(url).json()
        seen += [each["slug"] for each in page["results"]]
        last, url = page, page["next"]
    assert (len(seen), set(seen)) == (7, wanted)
    assert last is not None
    back = client.get(last["previous"]).json()["results"]
    assert [each["slug"] for each in back] == seen[3:6]


def test_what_is_withdrawn_is_gone_at_once(client: Client) -> None:
    product = make_product(slug="gone")
    documents.rebuild()
    assert client.get(f"{STORE}/products/gone/").status_code == 200
    product.is_public = False
    product.save()
    assert slugs(client) == []
    assert client.get(f"{STORE}/products/gone/").status_code == 404


def test_a_suspended_vendor_takes_its_products_along(client: Client) -> None:
    vendor = make_vendor(slug="ade")
    make_product(vendor=vendor)
    documents.rebuild()
    vendor.status = "suspended"
    vendor.save()
    assert slugs(client) == []
    assert client.get(f"{STORE}/vendors/ade/").status_code == 404


@pytest.mark.parametrize(
    "query",
    ["?colour=red", "?limit=0", "?cursor=x", "?sort=up", "?option.nope=1", "?in_stock=yes",
     "?price_min=-1", "?q=%00", "?currency=ZZZ", "?limit=99999999999999999999"],
)  # fmt: skip
def test_what_cannot_be_understood_is_a_400(client: Client, query: str) -> None:
    answer = client.get(f"{STORE}/products/{query}")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


def test_the_detail_carries_variants_and_structured_data(client: Client) -> None:
    make_product(slug="shirt", options={"size": ["S", "M"]})
    documents.rebuild()
    with CaptureQueriesContext(connection) as queries:
        found = client.get(f"{STORE}/products/shirt/").json()
    assert len(queries) == 1
    assert [each["options"] for each in found["variants"]] == [{"size": "S"}, {"size": "M"}]
    assert found["json_ld"]["@type"] == "ProductGroup"
    assert (found["content"], found["recommended"]) == ([], [])


def test_trees_collections_vendors_and_context_answer(client: Client) -> None:
    make_category(slug="men")
    for path in ("categories", "collections", "vendors", "context"):
        assert client.get(f"{STORE}/{path}/").status_code == 200
    assert client.get(f"{STORE}/categories/").json()["results"][0]["slug"] == "men"
    assert client.get(f"{STORE}/collections/none/").status_code == 404
    assert client.get(f"{STORE}/products/none/reviews/").status_code == 404
