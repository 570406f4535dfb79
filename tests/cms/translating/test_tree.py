"""Where French pages are, and where they went."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from cms.home.models import HomePage
from cms.pages.models import StandardPage
from tests.cms.translating import desk

URL = "/api/v1/store/pages/"


@pytest.fixture
def about(home: HomePage) -> Page:
    """Have a page that is live in both languages, at another address in French."""
    found = home.get_children().get(slug="about")
    desk.begin(desk.admin(), found)
    desk.translate(desk.admin(), found)
    desk.publish(desk.admin(), found)
    return found


def read(path: str, locale: str = "fr") -> Any:
    return Client().get(URL, {"path": path, "locale": locale})


def test_the_public_address_of_a_french_page_names_its_language(about: Page) -> None:
    found = read("/about-fr/").json()
    assert found["path"] == "/about-fr/"
    assert found["seo"]["canonical_url"].endswith("/fr/about-fr/")
    assert [each["path"] for each in found["breadcrumbs"]] == ["/", "/about-fr/"]


def test_a_renamed_french_page_is_a_redirect_in_french_alone(about: Page) -> None:
    slug = desk.translation(about).source.stringsegment_set.get(context__path="slug")
    desk.say(desk.admin(), about, slug, "maison")
    desk.publish(desk.admin(), about)
    assert read("/about-fr/").json() == {"redirect": {"to": "/maison/", "permanent": True}}
    assert read("/about-fr/", "en").status_code == 404
    assert read("/about/", "en").status_code == 200


def test_a_moved_french_page_is_a_redirect_and_the_english_one_stays(
    home: HomePage, about: Page
) -> None:
    shelf = StandardPage(title="Maison", slug="maison")
    home.get_translation(desk.french()).add_child(instance=shelf)
    page = about.get_translation(desk.french())
    url = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, shelf.pk])
    desk.post(desk.admin(), url, {})
    assert read("/about-fr/").json()["redirect"]["to"] == "/maison/about-fr/"
    assert read("/about/", "en").status_code == 200


def test_a_moved_english_page_leaves_its_translation_where_it_is(
    home: HomePage, about: Page
) -> None:
    shelf = StandardPage(title="House", slug="house")
    home.add_child(instance=shelf)
    url = reverse("wagtailadmin_pages:move_confirm", args=[about.pk, shelf.pk])
    desk.post(desk.admin(), url, {})
    assert read("/about/", "en").json()["redirect"]["to"] == "/house/about/"
    assert read("/about-fr/").status_code == 200
    assert read("/about-fr/").json()["alternates"] == [{"locale": "en", "path": "/house/about/"}]


def test_an_unpublished_page_is_no_alternate(about: Page) -> None:
    about.get_translation(desk.french()).unpublish()
    assert read("/about-fr/").status_code == 404
    assert read("/about/", "en").json()["alternates"] == []


def test_an_untranslated_copy_is_served_in_its_own_words_and_is_no_translation(
    home: HomePage,
) -> None:
    delivery = home.get_children().get(slug="delivery")
    delivery.copy_for_translation(desk.french(), alias=True)
    found = read("/delivery/").json()
    assert (found["title"], found["locale"]) == ("Delivery and returns", "en")
    assert found["path"] == "/delivery/"
    assert found["seo"]["canonical_url"].endswith("/client/delivery/")
    assert found["alternates"] == [{"locale": "en", "path": "/delivery/"}]
    assert read("/delivery/", "en").json()["alternates"] == []


def test_a_copy_that_became_a_translation_says_whose_words_it_has_until_it_is_published(
    home: HomePage,
) -> None:
    delivery = home.get_children().get(slug="delivery")
    delivery.copy_for_translation(desk.french(), alias=True)
    desk.begin(desk.admin(), delivery)
    assert Page.objects.get(locale=desk.french(), slug="delivery").alias_of_id is None
    found = read("/delivery/").json()
    assert (found["title"], found["locale"]) == ("Delivery and returns", "en")
    assert found["seo"]["canonical_url"].endswith("/client/delivery/")
    assert read("/delivery/", "en").json()["alternates"] == []
    desk.translate(desk.admin(), delivery)
    desk.publish(desk.admin(), delivery)
    found = read("/delivery-fr/").json()
    assert (found["title"], found["locale"]) == ("FR Delivery and returns", "fr")
    assert found["seo"]["canonical_url"].endswith("/fr/delivery-fr/")
    assert [each["locale"] for each in read("/delivery/", "en").json()["alternates"]] == ["fr"]
