"""What pages say is found without accents and by the stems of their language."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from wagtail.models import Locale, Page

from cms.home.models import HomePage
from cms.navigation.selectors.trees import Tree
from cms.search.models import PageWords, Promotion
from cms.search.selectors import matches
from cms.search.services.promoting import promote
from commerce.storefront.services import documents
from tests.cms.search.apis.test_search import found, named, read
from tests.factories import make_product

Write = Callable[..., Page]


@pytest.fixture
def french(home: HomePage) -> Page:
    """Have a front page in French."""
    root = home.copy_for_translation(Locale.objects.get_or_create(language_code="fr")[0])
    root.save_revision().publish()
    return root


def text(html: str) -> list[Any]:
    return [("rich_text", html)]


@pytest.mark.parametrize("locale", ["en", "fr"])
@pytest.mark.parametrize("asked", ["creme", "crème", "CRÈME", "cre\u0300me"])
def test_accents_do_not_count_on_either_side(
    write: Write, home: HomePage, french: Page, locale: str, asked: str
) -> None:
    parent = {"en": home, "fr": french}[locale]
    write("Une robe crème", slug="with", parent=parent)
    write("Creme et bleu", slug="without", parent=parent)
    write("Teintes", slug="body", parent=parent, body=text("<p>un blanc <b>crème</b></p>"))
    make_product(slug="shirt", title="Chemise crème")
    make_product(slug="skirt", title="Jupe creme")
    documents.rebuild()
    assert set(found(asked, locale=locale)) == {
        "/with/", "/without/", "/body/", "product shirt", "product skirt",
    }  # fmt: skip


def test_each_language_is_stemmed_as_its_own(write: Write, home: HomePage, french: Page) -> None:
    write("La robe et la chemise", slug="une", parent=french)
    write("Des chevaux brodés", slug="chevaux", parent=french)
    write("Tailored jackets, running", slug="jackets")
    assert found("robes", locale="fr") == found("chemises", locale="fr") == ["/une/"]
    assert found("broderie", locale="fr") == []
    for asked in ("brodée", "brodes", "brodees", "brodee", "cheval", "chevaux brodees"):
        assert found(asked, locale="fr") == ["/chevaux/"], asked
    assert found("tailoring jacket") == found("runs") == ["/jackets/"]
    assert found("brodées") == []


EMBROIDERED = ("brodé", "brodée", "brodés", "brodées", "brode", "brodes", "brodee", "brodees")


@pytest.mark.parametrize("locale", ["en", "fr"])
@pytest.mark.parametrize("written", EMBROIDERED)
def test_every_form_of_a_participle_finds_every_other(
    write: Write, home: HomePage, french: Page, locale: str, written: str
) -> None:
    write(f"Robes {written}", slug="page", parent={"en": home, "fr": french}[locale])
    make_product(slug="robe", title=f"Robe {written}")
    make_product(slug="veste", title="Veste brodees")
    documents.rebuild()
    for asked in EMBROIDERED:
        assert {"/page/", "product robe"} <= set(found(asked, locale=locale)), asked
        answer = Client().get("/api/v1/store/search/suggest/", {"q": asked, "locale": locale})
        assert "robe" in [each["slug"] for each in answer.json()["results"]], asked


def test_what_is_promoted_for_older_words_is_shown_after_the_command(home: HomePage) -> None:
    row = promote(words="robe brodees", locale=home.locale, page=home)
    assert row.normal == "brode robe"
    Promotion.objects.update(normal="brodee robe")
    assert read("robe brodees")["promoted"] == []
    call_command("page_words")
    assert named(read("robe brodees")["promoted"]) == ["/"]
    again = promote(words="other", locale=home.locale, page=home)
    Promotion.objects.filter(pk=again.pk).update(words="robe brodés", normal="old")
    call_command("page_words")
    assert Promotion.objects.filter(pk__in=(row.pk, again.pk), normal="brode robe").count() == 1


def test_what_is_published_is_found_at_once_and_a_draft_is_not(write: Write) -> None:
    page = write("Kaftans", slug="page").specific
    page.title = "Agbadas"
    draft = page.save_revision()
    assert (found("kaftan"), found("agbada")) == (["/page/"], [])
    draft.publish()
    assert (found("kaftan"), found("agbada")) == ([], ["/page/"])
    page.delete()
    assert found("agbada") == []


def test_pages_of_an_older_version_are_found_after_the_command(write: Write) -> None:
    write("Kaftans", slug="page")
    PageWords.objects.all().delete()
    assert found("kaftan") == []
    call_command("page_words")
    assert found("kaftan") == ["/page/"]


@pytest.mark.parametrize(
    "asked",
    ["crème & | ! (", "'crème'", '"crème" <-> :*', "crème\\", "-crème", "crème:*", "the", "l'été"],
)
def test_operators_are_no_words(write: Write, asked: str) -> None:
    write("Creme", slug="creme")
    assert found(asked) == (["/creme/"] if "cr" in asked else [])


def test_an_endless_page_is_kept(write: Write) -> None:
    long = " ".join(f"word{n}x" for n in range(60_000))
    write("Endless", slug="endless", body=text(f"<p>{long}</p>"))
    assert found("word7x") == ["/endless/"]


def test_the_words_are_looked_up_by_index(write: Write, home: HomePage) -> None:
    pages = [write(f"Page {n}", slug=f"n-{n}") for n in range(3)] + [write("Kaftan", slug="k")]
    tree = Tree("en", home.path, home.url_path)
    rows = matches.rows(tree, ["kaftans"])
    with connection.cursor() as cursor:
        # Nobody has counted these few rows: what is left is which index can answer at all.
        for each in ("seqscan", "nestloop", "indexscan"):
            cursor.execute(f"SET LOCAL enable_{each} = off")
    assert "Bitmap Index Scan on page_words" in rows.explain()
    assert [each.pk for each in rows] == [pages[-1].pk]
