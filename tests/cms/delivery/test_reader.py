"""The reader shows what a frontend would."""

import re
from pathlib import Path

import polib
import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.models import Locale

from cms import demo
from cms.home.models import HomePage
from cms.lookbooks.models import LookbookPage
from cms.navigation import demo as navigation
from tests.cms.blocks import Things, block, every


@pytest.fixture
def home(db: None) -> HomePage:
    return demo.seed()


def test_a_page_of_every_block_can_be_read(home: HomePage) -> None:
    things = Things.make()
    page = LookbookPage(title="Rains", slug="rains", body=every(things, home.pk, say="A < B & C"))
    home.add_child(instance=page)
    answer = Client().get("/client/rains/")
    assert answer.status_code == 200
    for _, kind in [(each, each["type"]) for each in every(things, home.pk)]:
        assert f'data-block="{kind}"' in answer.content.decode()
    assert "A &lt; B &amp; C" in answer.content.decode()


def test_the_front_page_and_its_children_are_read(home: HomePage) -> None:
    assert "Cloth with a memory" in Client().get("/client/").content.decode()
    assert Client().get("/client/about/").status_code == 200


@pytest.mark.parametrize("path", ["/client//about/", "/client/fr//about/", "/client/about//"])
def test_a_page_has_one_address(home: HomePage, path: str) -> None:
    assert Client().get(path).status_code == 404


def test_what_is_not_there_is_not_found(home: HomePage) -> None:
    assert Client().get("/client/nothing/").status_code == 404


def test_the_readers_own_words_are_in_the_language_of_the_tree(home: HomePage) -> None:
    french = home.copy_for_translation(Locale.objects.get(language_code="fr"))
    french.save_revision().publish()
    things = Things.make()
    for parent in (home, french):
        page = LookbookPage(title="Rains", slug="rains", body=every(things, home.pk))
        parent.add_child(instance=page)
    said = {
        locale: Client().get(f"/client{prefix}/rains/", headers={"accept-language": other})
        for locale, prefix, other in (("fr", "/fr", "en"), ("en", "", "fr"))
    }
    french_words = ("Créé par", "Regarder : ", "obligatoire", "Où vous êtes", "Aller au contenu")
    for each in french_words:
        assert each in said["fr"].content.decode()
        assert each not in said["en"].content.decode()
    for each in ("Made by", "Watch: ", "required", "Where you are", "Skip to the content"):
        assert each in said["en"].content.decode()
        assert each not in said["fr"].content.decode()
    for locale, answer in said.items():
        assert answer["Content-Language"] == locale
        assert f'<html lang="{locale}">' in answer.content.decode()


def test_every_word_of_the_reader_is_translated() -> None:
    folder = Path("cms/delivery/templates/reader")
    written = "".join(each.read_text() for each in folder.rglob("*.html") if each.stem != "over")
    words = set(re.findall(r'{% translate "([^"]+)" context "reader" %}', written))
    assert '{% translate "' not in re.sub(r'{% translate "[^"]+" context "reader" %}', "", written)
    known = polib.pofile("cms/delivery/locale/fr/LC_MESSAGES/django.po")
    assert words <= {each.msgid for each in known.translated_entries()}
    call_command("catalogues", "--check")


def hrefs(html: str) -> set[str]:
    return set(re.findall(r'href="(/client/[^"#]*)"', html))


def test_every_link_of_the_reader_leads_somewhere(home: HomePage) -> None:
    things = Things.make()
    french = home.copy_for_translation(Locale.objects.get(language_code="fr"))
    french.save_revision().publish()
    navigation.seed(home)
    about = home.get_children().get(slug="about")
    page = LookbookPage(title="Rains", slug="rains", body=every(things, home.pk))
    page.body = [
        *page.body.get_prep_value(),
        block("rich_text", f'<a linktype="page" id="{about.pk}">a</a> <a href="/products/">b</a>'),
    ]
    home.add_child(instance=page)
    reader, seen, waiting = Client(), set[str](), {"/client/rains/", "/client/fr/"}
    while waiting:
        at = waiting.pop().replace("&amp;", "&")
        seen.add(at)
        answer = reader.get(at, follow=True)
        assert answer.status_code == 200, at
        waiting |= hrefs(answer.content.decode()) - seen
    slug = things.product.slug
    assert {"/client/about/", "/client/products/", f"/client/products/{slug}/"} <= seen
    assert f"/client/vendors/{things.product.vendor.slug}/" in seen


def test_a_product_is_shown_with_what_the_api_says(home: HomePage) -> None:
    product = Things.make().product
    for prefix, locale in (("", "en"), ("/fr", "fr")):
        answer = Client().get(f"/client{prefix}/products/{product.slug}/")
        html = answer.content.decode()
        assert (answer.status_code, answer["Content-Language"]) == (200, locale)
        for said in (product.title, product.vendor.name, "<table>"):
            assert said in html
    for path in (
        "products/nothing/",
        "collections/nothing/",
        "products/a/b/",
        "products/?cursor=x",
    ):
        assert Client().get(f"/client/{path}").status_code == 404, path


def test_the_shop_says_its_menus_news_and_what_is_not_found(home: HomePage) -> None:
    navigation.seed(home)
    found = Client().get("/client/").content.decode()
    assert "Made to measure: send us your measurements" in found
    assert 'href="/client/products/?sort=newest"' in found
    assert "Front page" in found and "hello@fashionistar.example" in found
    lost = Client().get("/client/nothing/")
    assert lost.status_code == 404
    assert "This page is not here" in lost.content.decode()
    assert '<html lang="fr">' in Client().get("/client/fr/nothing/").content.decode()
