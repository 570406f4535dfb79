"""Menus leave with what they point at, as far as it is public."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from cms.home.models import HomePage
from cms.navigation.models import Menu
from commerce.catalogue.models import Collection
from tests.factories import make_category, make_product, make_vendor

Make = Callable[..., Menu]


def item(kind: str, target: Any, label: str = "", children: list[Any] | None = None) -> Any:
    return {
        "type": kind,
        "value": {"target": target.pk, "label": label, "children": children or []},
    }


def link(label: str, url: str) -> Any:
    return {"type": "link", "value": {"label": label, "url": url, "children": []}}


def read(key: str = "main", **query: str) -> Any:
    return Client().get(f"/api/v1/store/menus/{key}/", query)


def shown(answer: Any) -> list[tuple[str, str, str]]:
    return [(each["type"], each["label"], each["url"]) for each in answer.json()["items"]]


@pytest.fixture
def about(home: HomePage) -> Page:
    found: Page = home.get_children().get(slug="about")
    return found


def test_items_point_at_live_things_under_their_titles(about: Page, make_menu: Make) -> None:
    collection = Collection.objects.create(slug="lace", title="Lace")
    category, vendor = (
        make_category(name="Shirts", slug="shirts"),
        make_vendor(name="Ade", slug="a"),
    )
    product = make_product(title="Boots", slug="boots", vendor=vendor)
    below = [item("collection", collection), item("vendor", vendor)]
    menu = [
        item("page", about, children=below),
        item("category", category, "All shirts"),
        item("product", product),
        link("New", "/products/?sort=newest"),
        link("Elsewhere", "https://example.com/"),
    ]
    make_menu("main", menu)
    answer = read()
    assert (answer.json()["key"], answer.json()["locale"]) == ("main", "en")
    assert shown(answer) == [
        ("page", "About us", "/about/"),
        ("category", "All shirts", "/categories/shirts/"),
        ("product", "Boots", "/products/boots/"),
        ("link", "New", "/products/?sort=newest"),
        ("link", "Elsewhere", "https://example.com/"),
    ]
    assert answer.json()["items"][0]["children"] == [
        {"label": "Lace", "url": "/collections/lace/", "type": "collection", "children": []},
        {"label": "Ade", "url": "/vendors/a/", "type": "vendor", "children": []},
    ]


def test_what_is_not_public_any_more_is_left_out(about: Page, make_menu: Make) -> None:
    vendor, hidden = make_vendor(), Collection.objects.create(slug="lace", title="Lace")
    outer = make_category()
    inner = make_category(parent=outer)
    product = make_product()
    make_menu(
        "main",
        [item("vendor", vendor), item("collection", hidden), item("category", inner),
         item("product", product), item("page", about, children=[item("vendor", vendor)])],
    )  # fmt: skip
    assert len(shown(read())) == 5
    vendor.status = "suspended"
    vendor.save()
    hidden.is_public = outer.is_public = product.is_public = False
    hidden.save()
    outer.save()
    product.save()
    assert shown(read()) == [("page", "About us", "/about/")]
    assert read().json()["items"][0]["children"] == []
    about.specific.unpublish()
    assert shown(read()) == []


def test_a_private_page_and_one_outside_the_site_are_left_out(
    home: HomePage, about: Page, make_menu: Make
) -> None:
    outside = Page.objects.get(depth=1).add_child(instance=Page(title="Apart", slug="apart"))
    PageViewRestriction.objects.create(page=about, restriction_type="login")
    make_menu("main", [item("page", about), item("page", outside), item("page", home)])
    assert shown(read()) == [("page", "Fashionistar", "/")]


def test_a_deleted_target_and_an_unsafe_link_are_left_out(home: HomePage, make_menu: Make) -> None:
    gone = Collection.objects.create(slug="lace", title="Lace")
    urls = ("javascript:alert(1)", "//evil.example/", "/\\evil.example", "data:text/html,x", "")
    make_menu("main", [item("collection", gone), *(link("Go", url) for url in urls)])
    gone.delete()
    assert shown(read()) == []


def test_a_language_without_the_menu_gets_the_first_languages(
    french: HomePage, about: Page, make_menu: Make
) -> None:
    make_menu("main", [item("page", about)])
    assert read(locale="fr").json()["locale"] == "en"
    make_menu("main", [item("page", about, "À propos")], "fr")
    answer = read(locale="fr")
    assert (answer.json()["locale"], shown(answer)) == (
        "fr",
        [("page", "À propos", f"{settings.CLIENT_URL}/about/")],
    )
    assert read().json()["locale"] == "en"


def test_a_page_is_linked_in_the_menus_language(
    french: HomePage, about: Page, make_menu: Make
) -> None:
    translated = about.specific.copy_for_translation(french.locale)
    translated.title, translated.slug = "À propos", "a-propos"
    make_menu("main", [item("page", about)], "fr")
    translated.save()
    assert shown(read(locale="fr")) == [("page", "About us", f"{settings.CLIENT_URL}/about/")]
    translated.save_revision().publish()
    assert shown(read(locale="fr")) == [("page", "À propos", "/a-propos/")]


def test_statements_do_not_grow_with_the_items(
    about: Page, make_menu: Make, django_assert_num_queries: Callable[..., Any]
) -> None:
    def things() -> list[Any]:
        return [
            item("page", about), item("vendor", make_vendor()), item("category", make_category()),
            item("collection", Collection.objects.create(slug=f"c{_count()}", title="C")),
            item("product", make_product()),
        ]  # fmt: skip

    make_menu("main", things())
    make_menu("footer", [*things(), *things(), item("page", about, children=things())])
    make_menu("legal", [link("Terms", "/terms/")])
    for key, count in (("main", 7), ("footer", 7), ("legal", 1)):
        with django_assert_num_queries(count):
            assert read(key).status_code == 200


def _count() -> int:
    return Collection.objects.count()


def test_an_unknown_menu_is_not_found_and_a_bad_question_malformed(home: HomePage) -> None:
    for key in ("none", "MAIN%00", "x" * 300):
        assert read(key).status_code == 404
    assert read("main", locale="xx").status_code == 400
    assert read("main", depth="2").status_code == 400


def test_the_answer_is_conditional(home: HomePage, make_menu: Make) -> None:
    make_menu("main", [link("New", "/new/")])
    first = read()
    headers = {"if-none-match": first["ETag"]}
    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert Client().get("/api/v1/store/menus/main/", headers=headers).status_code == 304
    Menu.objects.update(items=[link("Old", "/old/")])
    assert Client().get("/api/v1/store/menus/main/", headers=headers).status_code == 200
