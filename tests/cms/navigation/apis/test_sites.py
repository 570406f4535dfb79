"""The shop tells of itself in the language that is asked for."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Site

from cms.home.models import HomePage
from cms.navigation.models import Menu, SiteSettings, SiteWords

pytestmark = pytest.mark.django_db
URL = "/api/v1/store/site/"
Make = Callable[..., Menu]


def read(locale: str = "en") -> Any:
    answer = Client().get(URL, {"locale": locale})
    assert answer.status_code == 200, answer.content
    return answer.json()


@pytest.fixture
def site(home: HomePage) -> SiteSettings:
    found: SiteSettings = SiteSettings.objects.create(
        site=Site.objects.get(is_default_site=True), name="Adire House",
        email="hello@example.com", phone="+2348012345678", announcement_is_on=True,
        announcement_tone="sale", announcement_url="/collections/sale/",
    )  # fmt: skip
    return found


def say(site: SiteSettings, locale: str, **words: str) -> None:
    language, _ = Locale.objects.get_or_create(language_code=locale)
    SiteWords.objects.create(settings=site, locale=language, **words)


def test_a_shop_that_says_nothing_has_a_name_and_writes_nothing(home: HomePage) -> None:
    assert read() == {
        "name": "Fashionistar", "tagline": "", "locale": "en",
        "contact": {"email": "", "phone": ""}, "social": [],
        "seo": {"description": "", "image": None}, "announcement": None,
        "not_found": {"title": "", "html": "", "links": []},
    }  # fmt: skip
    assert not SiteSettings.objects.exists()


def test_words_are_those_of_the_language_and_else_the_first(site: SiteSettings) -> None:
    say(site, "en", tagline="Made here", description="Cloth", not_found_title="Not here")
    say(site, "fr", tagline="Fait ici")
    english, french = read(), read("fr")
    assert (english["tagline"], french["tagline"]) == ("Made here", "Fait ici")
    assert french["seo"]["description"] == "Cloth"
    assert french["not_found"]["title"] == "Not here"
    assert french["contact"] == {"email": "hello@example.com", "phone": "+2348012345678"}
    assert french["name"] == "Adire House"


@pytest.mark.parametrize(
    ("starts", "ends", "is_shown"),
    [(None, None, True), (-1, 1, True), (-1, None, True), (None, 1, True),
     (1, None, False), (1, 2, False), (-2, -1, False), (None, -1, False)],
)  # fmt: skip
def test_an_announcement_shows_in_its_window(
    site: SiteSettings, starts: int | None, ends: int | None, is_shown: bool
) -> None:
    now = timezone.now()
    say(site, "en", announcement="Sale!", announcement_link="See it")
    site.announcement_starts_at = None if starts is None else now + timedelta(hours=starts)
    site.announcement_ends_at = None if ends is None else now + timedelta(hours=ends)
    site.save()
    found = read()["announcement"]
    assert (found is not None) is is_shown
    if found is not None:
        assert (found["text"], found["tone"]) == ("Sale!", "sale")
        assert found["link"] == {"label": "See it", "url": "/collections/sale/"}
    site.announcement_is_on = False
    site.save()
    assert read()["announcement"] is None


def test_an_announcement_without_words_is_none(site: SiteSettings) -> None:
    assert read()["announcement"] is None


def test_what_is_not_safe_never_leaves(site: SiteSettings) -> None:
    say(site, "en", announcement="Hi", not_found_text='<p onclick="x()">No<script>1</script></p>')
    site.social = [
        {"type": "profile", "value": {"network": "x", "url": "http://x.example/"}},
        {"type": "profile", "value": {"network": "x", "url": "javascript:alert(1)"}},
        {"type": "profile", "value": {"network": "instagram", "url": "https://x.example/"}},
    ]
    site.announcement_url = "javascript:alert(1)"
    site.save()
    found = read()
    assert found["social"] == [{"network": "instagram", "url": "https://x.example/"}]
    assert found["announcement"]["link"] is None
    assert found["not_found"]["html"] == "<p>No</p>"


def test_what_is_not_found_offers_a_menu_in_the_language(
    site: SiteSettings, make_menu: Make
) -> None:
    items = [{"type": "link", "value": {"label": "New", "url": "/new/", "children": []}}]
    site.not_found_menu = make_menu("lost", items)
    site.save()
    assert read()["not_found"]["links"] == [{"label": "New", "url": "/new/", "type": "link"}]
    items[0]["value"] = {"label": "Nouveau", "url": "/new/", "children": []}
    make_menu("lost", items, "fr")
    assert read("fr")["not_found"]["links"][0]["label"] == "Nouveau"
    Menu.objects.filter(locale__language_code="en").delete()
    assert read()["not_found"]["links"] == []


def test_its_statements(
    site: SiteSettings, make_menu: Make, django_assert_num_queries: Callable[..., Any]
) -> None:
    for locale in ("en", "fr"):
        say(site, locale, tagline="Made here")
    with django_assert_num_queries(2):
        read("fr")
    site.not_found_menu = make_menu("lost", [])
    site.save()
    with django_assert_num_queries(3):
        read("fr")
    site.delete()
    with django_assert_num_queries(1):
        read("fr")


@pytest.mark.parametrize("phone", ["12", "call us", "+1", "+234" + "9" * 20])
def test_a_phone_number_that_is_none_is_refused(site: SiteSettings, phone: str) -> None:
    site.phone = phone
    with pytest.raises(ValidationError):
        site.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        SiteSettings.objects.update(phone=phone[:32])


def test_a_phone_number_is_kept_in_international_form(site: SiteSettings) -> None:
    site.phone = "0801 234 5678"
    site.full_clean()
    assert site.phone == "+2348012345678"


def test_an_announcement_must_end_after_it_starts(site: SiteSettings) -> None:
    site.announcement_starts_at = timezone.now()
    site.announcement_ends_at = site.announcement_starts_at - timedelta(hours=1)
    with pytest.raises(ValidationError, match="must end after it starts"):
        site.full_clean()


def test_the_answer_is_conditional_and_questions_are_strict(site: SiteSettings) -> None:
    first = Client().get(URL)
    headers = {"if-none-match": first["ETag"]}
    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert Client().get(URL, headers=headers).status_code == 304
    assert [Client().get(URL + q).status_code for q in ("?locale=xx", "?x=1")] == [400, 400]


def test_what_is_not_found_links_to_pages_in_the_language(
    site: SiteSettings, home: HomePage, french: HomePage
) -> None:
    page = home.get_children().get(slug="delivery").specific
    twin = page.copy_for_translation(french.locale)
    twin.slug = "livraison"
    twin.save_revision().publish()
    about = home.get_children().get(slug="about")
    for locale in ("en", "fr"):
        text = f'<a linktype="page" id="{page.pk}">a</a> <a linktype="page" id="{about.pk}">b</a>'
        say(site, locale, not_found_text=text)
    assert 'href="/delivery/"' in read()["not_found"]["html"]
    assert 'href="/livraison/"' in read("fr")["not_found"]["html"]
    assert f'href="{settings.CLIENT_URL}/about/"' in read("fr")["not_found"]["html"]
