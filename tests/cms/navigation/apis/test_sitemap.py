"""The sitemap names what is public, once, and walks both ways without scanning."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Page, PageViewRestriction

from cms import demo
from cms.home.models import HomePage
from cms.navigation.selectors import sitemap
from cms.pages.models import StandardPage
from cms.policies.models import PolicyPage
from commerce.catalogue.models import Collection
from commerce.storefront.services import documents
from common.apis.pagination import encode
from tests.factories import make_category, make_product, make_vendor

URL = "/api/v1/store/sitemap/"


def read(**query: Any) -> Any:
    answer = Client().get(URL, query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def paths() -> list[str]:
    return [each["path"] for each in read(limit=100)["results"]]


def walked(url: Any, way: str) -> list[str]:
    found: list[str] = []
    while url:
        page = Client().get(url).json()
        here = [f"{each['locale']} {each['path']}" for each in page["results"]]
        found = found + here if way == "next" else here + found
        url = page[way]
    return found


@pytest.fixture
def home(home: HomePage) -> HomePage:
    for slug in ("privacy", "size-guide"):
        home.get_children().get(slug=slug).specific.delete()
    return HomePage.objects.get(pk=home.pk)


@pytest.fixture
def shop(home: HomePage) -> None:
    for _ in range(3):
        make_category()
        Collection.objects.create(slug=f"set-{Collection.objects.count()}", title="Set")
        make_product()
    documents.rebuild()


def test_everything_public_has_its_entry(home: HomePage) -> None:
    vendor = make_vendor(slug="ade")
    make_category(slug="shirts")
    Collection.objects.create(slug="lace", title="Lace")
    make_product(slug="boots", vendor=vendor)
    documents.rebuild()
    found = {each["path"]: each for each in read()["results"]}
    assert {path: each["type"] for path, each in found.items()} == {
        "/": "page", "/about/": "page", "/delivery/": "page", "/collections/": "page",
        "/categories/shirts/": "category", "/collections/lace/": "collection",
        "/vendors/ade/": "vendor", "/products/boots/": "product",
    }  # fmt: skip
    assert found["/products/boots/"]["alternates"] == [{"locale": "fr", "path": "/products/boots/"}]
    assert found["/about/"]["updated_at"] is not None
    assert read()["count"] == 8


def test_what_is_not_public_has_none(shop: None, home: HomePage) -> None:
    assert read()["count"] == len(paths()) == 4 + 3 * 4
    PageViewRestriction.objects.create(
        page=home.get_children().get(slug="about"), restriction_type="login"
    )
    home.get_children().get(slug="delivery").specific.unpublish()
    Page.objects.get(depth=1).add_child(instance=Page(title="Apart", slug="apart"))
    Collection.objects.update(is_public=False)
    make_category(parent=make_category(is_public=False))
    product = make_product(slug="never-sold")
    hidden = make_product(slug="hidden", vendor=product.vendor)
    documents.rebuild(product_ids=[hidden.pk])
    hidden.is_public = False
    hidden.save()
    suspended = make_product(slug="suspended")
    documents.rebuild(product_ids=[suspended.pk])
    suspended.vendor.status = "suspended"
    suspended.vendor.save()
    assert len(paths()) == 2 + 3 + 4 + 3
    assert read()["count"] == 12
    assert not {"/products/hidden/", "/products/suspended/", "/products/never-sold/"} & set(paths())


def test_a_page_names_its_translations(french: HomePage, home: HomePage) -> None:
    fronts = [each for each in read()["results"] if each["path"] == "/"]
    assert [(each["locale"], each["alternates"]) for each in fronts] == [
        ("en", [{"locale": "fr", "path": "/"}]),
        ("fr", [{"locale": "en", "path": "/"}]),
    ]


def test_a_copy_in_another_language_is_no_entry_and_no_alternate(
    french: HomePage, home: HomePage
) -> None:
    about = home.get_children().get(slug="about").specific
    copy = about.copy_for_translation(french.locale, alias=True)
    assert copy.live and copy.alias_of_id == about.pk

    def entries() -> list[tuple[str, list[str]]]:
        found = [each for each in read(limit=100)["results"] if each["path"] == "/about/"]
        return [(each["locale"], [way["locale"] for way in each["alternates"]]) for each in found]

    english = Client().get("/api/v1/store/pages/", {"path": "/about/"}).json()
    assert english["alternates"] == []
    assert entries() == [("en", [])]
    ConvertAliasPageAction(copy).execute(skip_permission_checks=True)
    assert entries() == [("en", [])]
    copy.refresh_from_db()
    copy.save_revision().publish()
    assert entries() == [("en", ["fr"]), ("fr", ["en"])]


def test_a_page_that_hides_from_search_engines_has_none(home: HomePage) -> None:
    StandardPage.objects.exclude(slug="about").update(is_noindex=True)
    PolicyPage.objects.update(is_noindex=True)
    assert paths() == ["/", "/about/"]
    assert read()["count"] == 2


def test_a_collection_with_a_page_at_its_address_is_named_once(home: HomePage) -> None:
    Collection.objects.create(slug="lace", title="Lace")
    assert paths().count("/collections/lace/") == 1
    demo.seed()
    assert paths().count("/collections/lace/") == 1


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 16, 24])
def test_pages_show_everything_once_and_go_back(shop: None, french: HomePage, limit: int) -> None:
    whole = [f"{each['locale']} {each['path']}" for each in read(limit=100)["results"]]
    assert len(whole) == len(set(whole)) == 17
    forwards, last, url = [], None, f"{URL}?limit={limit}"
    while url:
        last = Client().get(url).json()
        assert last["count"] == 17
        forwards += [f"{each['locale']} {each['path']}" for each in last["results"]]
        url = last["next"]
    assert forwards == whole
    assert last is not None
    tail = [f"{each['locale']} {each['path']}" for each in last["results"]]
    assert walked(last["previous"], "previous") + tail == whole


def test_statements_do_not_grow_and_later_pages_count_nothing(
    shop: None, django_assert_num_queries: Callable[..., Any]
) -> None:
    with django_assert_num_queries(12):
        first = read()
    assert len(first["results"]) == 16
    for _ in range(3):
        make_category(parent=make_category())
        make_product()
    documents.rebuild()
    with django_assert_num_queries(12):
        read()
    url = read(limit=5)["next"]
    with CaptureQueriesContext(connection) as queries:
        assert len(Client().get(url).json()["results"]) == 5
    assert len(queries) == 2
    assert not any("COUNT(" in each["sql"].upper() for each in queries.captured_queries)


@pytest.mark.parametrize(
    "query",
    ["?cursor=x", "?cursor=Zg", "?cursor=ZnxwYWdlfHh8MQ", "?cursor=ZnxwYWdlfDF8eA",
     "?cursor=ZnxvdGhlcnwxfDE", "?limit=0", "?limit=101", "?locale=en", "?cursor=%00"],
)  # fmt: skip
def test_what_cannot_be_understood_is_a_400(home: HomePage, query: str) -> None:
    answer = Client().get(f"{URL}{query}")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


def test_an_enormous_key_is_an_empty_page(home: HomePage) -> None:
    for section in sitemap.NAMES:
        for key in (2**63 - 1, 2**31):
            assert Client().get(URL, {"cursor": encode(f"f|{section}|5|{key}")}).status_code == 200
