"""The demo has menus and an announcement, once, in each language of its pages."""

from typing import Any

from django.test import Client

from cms.home.models import HomePage
from cms.navigation import demo
from cms.navigation.models import Menu, SiteSettings, SiteWords
from commerce.catalogue.models import Collection
from tests.factories import make_category, make_vendor

STORE = "/api/v1/store"


def read(path: str) -> Any:
    return Client().get(f"{STORE}/{path}").json()


def test_a_second_seed_changes_nothing(home: HomePage) -> None:
    make_category(parent=make_category(name="Women"), name="Dresses")
    Collection.objects.create(slug="lace", title="Lace")
    make_vendor(name="Ade")
    demo.seed(home)
    main, footer = read("menus/main/")["items"], read("menus/footer/")["items"]
    assert [each["label"] for each in main] == ["New in", "Women", "Shop", "Sale"]
    assert [each["label"] for each in main[1]["children"]] == ["Dresses"]
    assert [each["label"] for each in footer[1]["children"]] == ["Ade"]
    assert {each["url"] for each in footer[0]["children"]} >= {"/about/", "/delivery/"}
    said = read("site/")
    assert (said["announcement"]["tone"], len(said["not_found"]["links"])) == ("info", 4)
    Menu.objects.filter(key="main").update(items=[])
    demo.seed(home)
    assert (Menu.objects.count(), SiteSettings.objects.count(), SiteWords.objects.count()) == (
        2,
        1,
        1,
    )
    assert read("menus/main/")["items"] == []
    for model in (SiteSettings, SiteWords, Menu):
        for row in model.objects.all():
            row.full_clean()


def test_a_french_tree_gets_its_own(home: HomePage, french: HomePage) -> None:
    demo.seed(home)
    assert read("menus/main/?locale=fr")["items"][0]["label"] == "Nouveautés"
    assert read("site/?locale=fr")["tagline"].startswith("Des étoffes")
    assert len({each.translation_key for each in Menu.objects.filter(key="main")}) == 1
