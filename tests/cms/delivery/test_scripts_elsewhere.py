"""What is written straight into the database leaves in no answer as markup either."""

from typing import Any

import pytest
from wagtail.models import Page

from cms import demo
from cms.navigation import demo as navigation
from cms.navigation.models import Menu, SiteSettings, SiteWords
from cms.search.services import promoting
from commerce.catalogue.models import Category, Collection, OptionType, Product, ProductCategory
from commerce.partner.models import Partner
from commerce.storefront.services import documents
from tests.cms.blocks import Things
from tests.cms.delivery.test_scripts import PAYLOADS, dangers
from tests.factories import make_category

pytestmark = pytest.mark.django_db


def _menu(page: Page, things: Things, category: Category, label: str) -> list[dict[str, Any]]:
    product = things.product
    targets = {
        "page": page.pk, "collection": things.collection.pk, "category": category.pk,
        "vendor": product.vendor_id, "product": product.pk,
    }  # fmt: skip
    bare = [
        {"type": kind, "value": {"target": pk, "label": said, "children": []}}
        for kind, pk in targets.items()
        for said in ("", label)
    ]
    typed = [
        {"type": "link", "value": {"label": label, "url": url, "children": []}}
        for url in ("/about/", f"/{label}", f"https://x.example/{label}")
    ]
    return [*bare, *typed]


def test_none_leaves_through_menus_the_site_search_and_facets() -> None:
    home, things = demo.seed(), Things.make()
    navigation.seed(home)
    locale = home.locale
    product = things.product
    category = make_category(name="Owambe")
    ProductCategory.objects.create(product=product, category=category)
    page = home.get_children().live().first()
    OptionType.objects.create(code="cut", name="Cut", position=9)
    for target in ({"page": page}, {"collection": things.collection}):
        promoting.promote(words="owambe", locale=locale, **target)
    menu = Menu.objects.get(key="main", locale=locale)
    stored = SiteSettings.objects.get()
    SiteSettings.objects.update(not_found_menu=menu, announcement_is_on=True)
    for payload in PAYLOADS:
        said = payload[:120]
        Page.objects.filter(pk=page.pk).update(
            title=payload, draft_title=payload, seo_title=payload, search_description=payload
        )
        Category.objects.filter(pk=category.pk).update(name=payload, description=payload)
        Collection.objects.update(title=payload, description=payload)
        Partner.objects.update(name=said, description=payload, city=said)
        OptionType.objects.update(name=said)
        Product.objects.update(
            meta_title=payload, meta_description=payload, variant_options={"cut": said},
            option_types=[{"code": "cut", "name": said}],
        )  # fmt: skip
        Menu.objects.filter(pk=menu.pk).update(items=_menu(page, things, category, payload))
        SiteWords.objects.update(
            tagline=said, description=payload, announcement=payload[:200],
            announcement_link=payload[:60], not_found_title=said, not_found_text=payload,
        )  # fmt: skip
        SiteSettings.objects.filter(pk=stored.pk).update(
            name=payload[:80], announcement_url=f"/{payload}"[:500]
        )
        documents.rebuild(product_ids=[product.pk])
        for route in (
            "menus/main/", "site/", "sitemap/", "categories/",
            f"products/{product.slug}/", "vendors/", "collections/",
        ):  # fmt: skip
            assert dangers(route) == [], (route, payload)
        assert dangers("products/", facets="true") == [], payload
        assert dangers("search/", q="owambe") == [], payload
        assert dangers("search/suggest/", q="red") == [], payload
        for path in ("/", f"/{page.slug}/"):
            assert dangers("pages/", path=path) == [], (path, payload)
