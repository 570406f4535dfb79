"""A hundred ways to smuggle a script in: none leaves in an answer of the API."""

import itertools
import re
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from cms import demo
from cms.lookbooks.models import LookbookPage
from commerce.catalogue.models import Product
from commerce.storefront.services import documents
from tests.cms.blocks import Things, every
from tests.cms.translating import desk
from tests.commerce.catalogue.importing.running import run
from tests.commerce.catalogue.importing.sheets import PLAIN, sheet
from tests.factories import make_vendor

RUN = "alert(1)"
TAGS = (
    f"<script>{RUN}</script>", f"<img src=x onerror={RUN}>", f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>", f"<iframe src=javascript:{RUN}>", f"<body onload={RUN}>",
    f'<a href="javascript:{RUN}">x</a>', f"<math href=javascript:{RUN}>x</math>",
    f"<details open ontoggle={RUN}>", f'<input autofocus onfocus="{RUN}">',
    f"<video><source onerror={RUN}></video>", f"<object data=javascript:{RUN}>",
    f"<embed src=javascript:{RUN}>", f'<form action="javascript:{RUN}"><button>x</button></form>',
    f"<style>@import 'javascript:{RUN}'</style>", f"<div style=\"width:expression({RUN})\">x</div>",
    f"<marquee onstart={RUN}>x</marquee>", f"<meta http-equiv=refresh content=0;url=javascript:{RUN}>",
    f"<base href=javascript:{RUN}//>", f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
)  # fmt: skip
SHAPES = ("{}", '">{}', "&lt;b&gt;{}", "<!--{}-->{}", "</textarea>{}")
PAYLOADS = [
    *(shape.replace("{}", tag) for shape, tag in itertools.product(SHAPES, TAGS)),
    TAGS[0].upper(),
    "&#60;script&#62;alert(1)&#60;/script&#62;",
]
DANGER = re.compile(
    r"<\s*/?\s*(script|img|svg|iframe|body|math|details|input|video|object|embed|form|style|"
    r"marquee|meta|base|div)\b|<[^>]*\son\w+\s*=|href\s*=\s*.?\s*javascript:",
    re.IGNORECASE,
)


def strings(data: Any) -> list[str]:
    """Return every text of an answer."""
    if isinstance(data, dict):
        return [found for each in data.values() for found in strings(each)]
    if isinstance(data, list):
        return [found for each in data for found in strings(each)]
    return [data] if isinstance(data, str) else []


def dangers(route: str, **query: str) -> list[str]:
    answer = Client().get(f"/api/v1/store/{route}", query)
    assert answer.status_code == 200
    return [each for each in strings(answer.json()) if DANGER.search(each)]


def test_there_are_a_hundred_and_the_net_catches_them() -> None:
    assert len(PAYLOADS) >= 100
    assert all(DANGER.search(each) for each in PAYLOADS[:-1])


@pytest.mark.django_db
def test_none_leaves_through_reviews() -> None:
    things = Things.make()
    reviews = apps.get_model("reviews", "ProductReview").objects
    reviews.bulk_create(
        reviews.model(product=things.product, name="Ada", title=each, body=each, score=5, status=1)
        for each in PAYLOADS[:99]
    )
    route = f"products/{things.product.slug}/reviews/"
    assert Client().get(f"/api/v1/store/{route}").json()["count"] == 99
    assert dangers(route, limit="100") == []


@pytest.mark.django_db
def test_none_leaves_through_an_import(tmp_path: Path) -> None:
    demo.seed()
    make_vendor(slug="ade", name="Ade")
    rows = [
        PLAIN | {"Handle": f"h-{n}", "Title": f"Alert {each}", "Body (HTML)": each,
               "Variant SKU": f"S-{n}", "Tags": each.replace(",", ""), "Variant Price": "10"}
        for n, each in enumerate(PAYLOADS)
    ]  # fmt: skip
    run(tmp_path, sheet(*rows))
    names = set(Product.objects.values_list("slug", flat=True))
    assert len(names) >= 90
    Product.objects.update(status="approved", is_public=True)
    documents.rebuild()
    assert dangers("products/", limit="100", facets="true") == []
    assert [each for slug in names for each in dangers(f"products/{slug}/")] == []
    assert dangers("search/", q="alert", limit="100") == []


@pytest.mark.django_db
def test_none_leaves_through_a_translation() -> None:
    home, things = demo.seed(), Things.make()
    admin = desk.admin()
    desk.begin(admin, home)
    desk.publish(admin, home)
    page = LookbookPage(title="Rains", slug="rains", body=every(things, home.pk))
    home.add_child(instance=page)
    page.save_revision().publish()
    desk.begin(admin, page)
    desk.publish(admin, page)
    french = LookbookPage.objects.get(locale=desk.french())
    for payload in PAYLOADS:
        french.title, french.season, french.body = (
            payload,
            payload[:60],
            every(things, home.pk, say=payload),
        )
        french.save(clean=False)
        assert dangers("pages/", path="/rains/", locale="fr") == [], payload


@pytest.mark.django_db
def test_none_leaves_through_blocks_products_vendors_and_collections() -> None:
    home, things = demo.seed(), Things.make()
    page = LookbookPage(title="x", slug="rains")
    home.add_child(instance=page)
    vendor, product = things.product.vendor, things.product
    for payload in PAYLOADS:
        page.title, page.introduction = payload, payload
        page.body = every(things, home.pk, say=payload)
        page.save(clean=False)
        vendor.name, vendor.description = payload[:120], payload
        vendor.save()
        product.title, product.description = payload, payload
        product.save()
        things.collection.title = things.collection.description = payload
        things.collection.save()
        documents.rebuild(product_ids=[product.pk])
        for route in ("vendors/", "collections/", "products/", f"products/{product.slug}/"):
            assert dangers(route) == [], payload
        assert dangers("pages/", path="/rains/") == [], payload
