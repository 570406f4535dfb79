"""What moved is found where the answer says, across languages and in the reader."""

from typing import Any

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page

from cms import demo

URL = "/api/v1/store/pages/"


@pytest.fixture
def delivery(db: None) -> Page:
    """Return a page whose French translation has a path of its own."""
    home = demo.seed()
    french, _ = Locale.objects.get_or_create(language_code="fr")
    home.copy_for_translation(french).save_revision().publish()
    page = home.get_children().get(slug="delivery").specific
    twin = page.copy_for_translation(french)
    twin.title, twin.slug = "Livraison", "livraison"
    twin.save_revision().publish()
    return page


def moved(path: str, locale: str) -> Any:
    return Client().get(URL, {"path": path, "locale": locale}).json()["redirect"]


def follow(path: str, locale: str) -> Any:
    """Return the page at the end of a redirect, asked for as its answer says."""
    found = moved(path, locale)
    return Client().get(URL, {"path": found["to"], "locale": found.get("locale", locale)})


@pytest.mark.parametrize("to", ["page", "/fr/livraison/", "/fr/livraison/?a=1"])
def test_from_english_to_french(delivery: Page, to: str) -> None:
    target = delivery.get_translation(Locale.objects.get(language_code="fr"))
    Redirect.add_redirect("/en-to-fr/", redirect_to=target if to == "page" else to)
    found = moved("/en-to-fr/", "en")
    assert (found["to"].partition("?")[0], found["locale"]) == ("/livraison/", "fr")
    answer = Client().get("/client/en-to-fr/", follow=True)
    assert answer.status_code == 200
    assert answer.redirect_chain[0][0].startswith("/client/fr/livraison/")


@pytest.mark.parametrize(
    ("path", "to", "locale", "expected"),
    [
        ("/fr/fr-link/", "/fr/livraison/", "fr", {"to": "/livraison/"}),
        ("/fr/fr-link/", "/delivery/", "fr", {"to": "/delivery/", "locale": "en"}),
        ("/fr/fr-link/", "/collections/owambe/", "fr", {"to": "/collections/owambe/"}),
        ("/en-link/", "/delivery/", "en", {"to": "/delivery/"}),
        ("/en-link/", "/fr/", "en", {"to": "/", "locale": "fr"}),
        ("/en-link/", "/fr?a=1", "en", {"to": "/?a=1", "locale": "fr"}),
        ("/en-link/", "https://x.example/fr/", "en", {"to": "https://x.example/fr/"}),
    ],
)
def test_a_link_is_a_path_of_one_language(
    delivery: Page, path: str, to: str, locale: str, expected: dict[str, str]
) -> None:
    Redirect.add_redirect(path, redirect_to=to)
    asked = path.removeprefix("/fr")
    assert moved(asked, locale) == {**expected, "permanent": True}


def test_the_page_at_the_end_answers_and_the_reader_goes_there(delivery: Page) -> None:
    Redirect.add_redirect("/fr/fr-link/", redirect_to="/fr/livraison/")
    Redirect.add_redirect("/fr/back/", redirect_to=delivery)
    fr = delivery.get_translation(Locale.objects.get(language_code="fr"))
    Redirect.add_redirect("/there/", redirect_to=fr)
    assert follow("/fr-link/", "fr").json()["title"] == "Livraison"
    assert follow("/there/", "en").json()["title"] == "Livraison"
    assert follow("/back/", "fr").json()["title"] == delivery.title
    reader = Client()
    for path, expected in (
        ("fr/fr-link", "/client/fr/livraison/"),
        ("fr/back", "/client/delivery/"),
    ):
        answer = reader.get(f"/client/{path}/", follow=True)
        assert answer.redirect_chain == [(expected, 301)]
        assert answer.status_code == 200


def test_a_chain_ends_at_a_live_page_of_its_language(delivery: Page) -> None:
    Redirect.add_redirect("/a/", redirect_to="/fr/livraison/")
    Redirect.add_redirect("/fr/livraison/", redirect_to="/elsewhere/")
    assert moved("/a/", "en") == {"to": "/livraison/", "permanent": True, "locale": "fr"}


def test_a_prefix_hides_no_host(delivery: Page) -> None:
    Redirect.objects.create(old_path="/a", redirect_link="/fr//evil.example/")
    assert Client().get(URL, {"path": "/a/"}).status_code == 404


def test_a_query_tells_redirects_apart_and_pages_have_none(delivery: Page) -> None:
    Redirect.add_redirect("/old/", redirect_to="/delivery/")
    Redirect.add_redirect("/old/?ref=mail", redirect_to="/about/")
    for path in ("/old/?ref=mail", "/old?ref=mail"):
        assert moved(path, "en")["to"] == "/about/"
    for path in ("/old/", "/old", "/old/?ref=post"):
        assert moved(path, "en")["to"] == "/delivery/"
    for path in ("/delivery/?ref=mail", "/delivery?ref=mail", "/?ref=mail"):
        assert Client().get(URL, {"path": path}).status_code == 200
    for path in ("/nothing/?ref=mail", "/delivery//?ref=mail", "/?", "/??"):
        assert Client().get(URL, {"path": path}).status_code in (200, 404)
    chain = Client().get("/client/old/?ref=mail", follow=True).redirect_chain
    assert chain[0][0].startswith("/client/about/")
