"""Pages leave headlessly, with live products in their blocks."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, PageViewRestriction, Site

from cms import demo
from cms.home.models import HomePage
from cms.pages.models import StandardPage
from commerce.catalogue.models import Collection
from commerce.storefront.services import documents
from tests.factories import make_product

URL = "/api/v1/store/pages/"


@pytest.fixture
def home(db: None) -> HomePage:
    return demo.seed()


def read(path: str, **query: str) -> Any:
    return Client().get(URL, {"path": path, **query})


def rails_of(answer: Any) -> list[list[str]]:
    return [
        [item["slug"] for item in block["value"]["products"]]
        for block in answer.json()["body"]
        if block["type"] == "product_rail"
    ]


def test_the_front_page_carries_live_products(home: HomePage) -> None:
    product = make_product(compare_at="12000.00")
    documents.rebuild(product_ids=[product.pk])
    answer = read("/")
    assert answer.status_code == 200
    assert answer.json()["type"] == "home"
    assert rails_of(answer) == [[product.slug], [product.slug]]


def test_an_unpublished_product_leaves_the_rail_at_once(home: HomePage) -> None:
    product = make_product()
    documents.rebuild(product_ids=[product.pk])
    product.is_public = False
    product.save()
    assert rails_of(read("/")) == [[], []]


def test_hand_picked_products_keep_their_order(home: HomePage) -> None:
    products = [make_product() for _ in range(3)]
    documents.rebuild(product_ids=[each.pk for each in products])
    picked = [products[1], products[2], products[0]]
    page = StandardPage(title="Picks", slug="picks")
    page.body = [
        {
            "type": "product_rail",
            "value": {
                "title": "Ours",
                "source": "products",
                "limit": 8,
                "products": [
                    {"type": "item", "id": str(uuid.uuid4()), "value": each.pk} for each in picked
                ],
            },
        }
    ]
    home.add_child(instance=page)
    assert rails_of(read("/picks/")) == [[each.slug for each in picked]]


def test_statements_do_not_grow_with_rails_and_products(
    home: HomePage, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    for _ in range(8):
        product = make_product(compare_at="12000.00")
        documents.rebuild(product_ids=[product.pk])
    read("/")
    with django_assert_max_num_queries(12):
        assert len(rails_of(read("/"))[0]) == 8


def test_a_collection_page_names_its_collection(home: HomePage) -> None:
    Collection.objects.create(slug="rainy-season", title="Rainy season")
    demo.seed()
    answer = read("/collections/rainy-season/")
    assert answer.json()["type"] == "collection"
    assert answer.json()["collection"]["slug"] == "rainy-season"
    assert [step["path"] for step in answer.json()["breadcrumbs"]] == [
        "/",
        "/collections/",
        "/collections/rainy-season/",
    ]


def test_a_moved_page_is_a_redirect_as_data(home: HomePage) -> None:
    Redirect.add_redirect("/old-about/", redirect_to=home.get_children().get(slug="about"))
    answer = read("/old-about/")
    assert answer.json() == {"redirect": {"to": "/about/", "permanent": True}}


@pytest.mark.parametrize(
    "path", ["/nothing/", "/about/nothing/", "/%00/", "/../", "//about/", "///about/", "/about//"]
)
def test_an_unknown_path_is_not_found(home: HomePage, path: str) -> None:
    assert read(path).status_code == 404


def test_a_draft_and_a_private_page_are_not_found(home: HomePage) -> None:
    about = home.get_children().get(slug="about")
    PageViewRestriction.objects.create(page=about, restriction_type="login")
    delivery = home.get_children().get(slug="delivery").specific
    delivery.unpublish()
    assert (read("/about/").status_code, read("/delivery/").status_code) == (404, 404)


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"path": ""},
        {"path": "about"},
        {"path": "/", "locale": "xx"},
        {"path": "/", "x": "1"},
        {"path": "/\x00"},
        {"path": b"/\xc3"},
    ],
)
def test_bad_parameters_are_malformed(home: HomePage, query: dict[str, str]) -> None:
    answer = Client().get(URL, query)
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"


def test_rich_text_is_cleaned_on_the_way_out(home: HomePage) -> None:
    page = StandardPage(title="Evil", slug="evil")
    page.body = [
        {
            "type": "rich_text",
            "value": '<p onclick="x()">hi<script>alert(1)</script></p>'
            '<a href="javascript:alert(1)">go</a>',
        }
    ]
    home.add_child(instance=page)
    html = read("/evil/").json()["body"][0]["value"]["html"]
    assert "script" not in html
    assert "onclick" not in html
    assert "hi" in html


def test_the_answer_is_conditional(home: HomePage) -> None:
    first = read("/")
    again = Client().get(URL, {"path": "/"}, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304


def test_a_page_of_no_family_of_ours_is_not_found(db: None) -> None:
    assert Site.objects.get(is_default_site=True).root_page.slug == "home"
    assert read("/").status_code == 404


def test_an_answer_names_its_own_language(home: HomePage) -> None:
    get = Client(headers={"Accept-Language": "fr"}).get
    assert get(URL, {"path": "/"})["Content-Language"] == "en"
    assert get(URL, {"path": "/", "locale": "fr"})["Content-Language"] == "fr"
    products = "/api/v1/store/products/"
    assert get(products, {"locale": "fr"})["Content-Language"] == "fr"
    about = home.get_children().live().first().specific
    french = Locale.objects.get(language_code="fr")
    copy = about.copy_for_translation(french, copy_parents=True, alias=True)
    alias = get(URL, {"path": f"/{copy.slug}/", "locale": "fr"})
    assert alias.json()["locale"] == alias["Content-Language"] == "en"


@pytest.mark.parametrize("query", [{"path": "/nothing/"}, {"path": "/", "locale": "xx"}])
def test_refusals_are_kept_by_nobody(home: HomePage, query: dict[str, str]) -> None:
    assert Client().get(URL, query)["Cache-Control"] == "no-store"


def test_a_refused_preview_says_as_little_as_a_shown_one(home: HomePage) -> None:
    query = {"content_type": "cms_home.homepage", "token": "forged"}
    answer = Client().get("/api/v1/store/preview/", query)
    assert answer.status_code == 401
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer["X-Robots-Tag"]
