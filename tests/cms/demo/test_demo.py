"""The demo's pages are made once, in both languages, and stay as editors leave them."""

import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from cms import demo
from cms.demo import french
from cms.demo.tree import put, put_home
from cms.home.models import HomePage
from cms.pages.models import StandardPage
from commerce.catalogue.models import Category, Collection, CollectionMember, ProductImage
from commerce.storefront.services import documents
from tests.cms.blocks import make_picture
from tests.factories import make_product, make_vendor

URL = "/api/v1/store/pages/"


@pytest.fixture
def shop(db: None) -> None:
    """Have the demo's makers, a garment of each category that looks are made of, a collection."""
    makers = [
        make_vendor(slug=slug, name=slug.replace("-", " ").title())
        for slug in ("adunni-atelier", "indigo-yard", "mama-efua-prints")
    ]
    names = ("Jackets", "Trousers and skirts", "Dresses", "Headwear", "Kaftans and agbada",
             "Bags and shoes")  # fmt: skip
    for place, name in enumerate(names):
        product = make_product(
            vendor=makers[place % 3],
            options={"size": ["S", "M"]},
            categories=(Category.add_root(name=name, slug=name.lower().replace(" ", "-")),),
            import_reference=f"demo-{place}",
        )
        ProductImage.objects.create(product=product, image=make_picture(product.title))
    season = Collection.objects.create(slug="rainy-season", title="Rainy season")
    CollectionMember.objects.create(collection=season, product=product)
    documents.rebuild()


def read(path: str, locale: str = "en") -> Any:
    answer = Client().get(URL, {"path": path, "locale": locale})
    assert answer.status_code == 200, f"{path} {locale}: {answer.content!r}"
    return answer.json()


def test_every_page_of_the_demo_is_read_in_both_languages(shop: None) -> None:
    demo.seed()
    english = ["/", "/about/", "/delivery/", "/privacy/", "/size-guide/", "/collections/",
               "/collections/rainy-season/", "/journal/", "/journal/a-strip-at-a-time/",
               "/journal/what-the-prints-say/", "/journal/indigo-takes-its-time/", "/makers/",
               "/makers/indigo-yard/", "/makers/adunni-atelier/", "/rainy-season-offer/",
               "/lookbook/", "/lookbook/rainy-season/"]  # fmt: skip
    types = Counter(read(path)["type"] for path in english)
    assert types == Counter(
        page=4, article=3, policy=2, vendor=2, home=1, size_guide=1, collection=1, journal=1,
        landing=1, lookbook=1,
    )  # fmt: skip
    for slugs in french.TRANSLATED:
        source = read("/" + "".join(f"{slug}/" for slug in slugs))
        path = {each["locale"]: each["path"] for each in source["alternates"]}["fr"]
        found = read(path, "fr")
        assert found["locale"] == "fr"
        assert [each["type"] for each in found["body"]] == [each["type"] for each in source["body"]]
        assert (found["title"] != source["title"]) or slugs[-1:] in (
            (),
            ("journal",),
            ("lookbook",),
        )


def test_a_look_sells_what_is_worn_in_it_in_both_languages(shop: None) -> None:
    demo.seed()
    english = read("/lookbook/rainy-season/")
    found = read("/lookbook/saison-des-pluies/", "fr")
    looks = [
        [each["value"] for each in data["body"] if each["type"] == "shop_the_look"]
        for data in (english, found)
    ]
    assert [len(look["hotspots"]) for look in looks[0]] == [2, 2, 2]
    assert looks[1][0]["title"] == "Le marché du samedi"
    skus = [
        [spot["variant"]["sku"] for look in each for spot in look["hotspots"]] for each in looks
    ]
    assert skus[0] == skus[1]


def seconds(act: Callable[[], Any]) -> float:
    begun = time.monotonic()
    act()
    return time.monotonic() - begun


def test_a_second_run_is_quick_adds_nothing_and_keeps_what_editors_wrote(shop: None) -> None:
    first = seconds(demo.seed)
    about = StandardPage.objects.get(slug="qui-nous-sommes")
    about.title = "La maison"
    about.save_revision().publish()
    before = sorted(Page.objects.values_list("pk", "latest_revision_id"))
    assert seconds(demo.seed) < first / 3
    assert sorted(Page.objects.values_list("pk", "latest_revision_id")) == before
    assert read("/qui-nous-sommes/", "fr")["title"] == "La maison"


def test_pages_of_an_older_demo_stay_as_they_are(shop: None) -> None:
    home = put_home(HomePage(title="Fashionistar", slug="fashionistar"))
    put(home, StandardPage, "delivery", title="Delivery and returns", body=[])
    put(home, StandardPage, "about", title="Who we were", body=[])
    demo.seed()
    assert read("/delivery/")["type"] == "page"
    assert read("/about/")["alternates"] == []
    assert read("/livraison/", "fr")["type"] == "page"
    assert read("/confidentialite/", "fr")["policy"]["kind"] == "privacy"


def test_a_shop_that_is_not_the_demos_gets_no_stories(db: None) -> None:
    demo.seed()
    assert not Page.objects.filter(slug__in=["journal", "makers", "lookbook"]).exists()
    assert Client().get(URL, {"path": "/", "locale": "fr"}).status_code == 404


def test_the_front_page_leads_to_the_lookbook_in_its_own_language(shop: None) -> None:
    demo.seed()
    for locale, path in (("en", "/lookbook/rainy-season/"), ("fr", "/lookbook/saison-des-pluies/")):
        way = read("/", locale)["body"][-1]["value"]["links"][0]
        assert way["url"] == path
