"""An alias says what its original says: the form tells so, and search engines are led there."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from cms import demo
from cms.home.models import HomePage
from cms.pages.models import StandardPage
from tests.factories import make_user


@pytest.fixture
def home(db: None) -> HomePage:
    return demo.seed()


@pytest.fixture
def about(home: HomePage) -> StandardPage:
    return StandardPage.objects.child_of(home).get(slug="about")


def copied(page: StandardPage, **more: str) -> Any:
    client = Client()
    client.force_login(make_user(is_staff=True, is_superuser=True))
    sent = {"new_title": page.title, "new_slug": "twin", "new_parent_page": page.get_parent().pk}
    return client.post(f"/admin/pages/{page.pk}/copy/", {**sent, **more})


def canonical(path: str) -> str:
    found = Client().get("/api/v1/store/pages/", {"path": path}).json()
    return str(found["seo"]["canonical_url"])


def test_an_alias_with_a_title_of_its_own_is_refused(about: StandardPage) -> None:
    answer = copied(about, alias="on", new_title="Something else")
    assert "An alias has the title of its original" in answer.content.decode()
    assert not StandardPage.objects.filter(slug="twin").exists()


def test_a_copy_has_its_own_title_and_is_its_own_original(about: StandardPage) -> None:
    assert copied(about, publish_copies="on", new_title="Something else").status_code == 302
    assert StandardPage.objects.get(slug="twin").title == "Something else"
    assert canonical("/twin/").endswith("/client/twin/")


def test_search_engines_are_led_from_an_alias_to_its_original(about: StandardPage) -> None:
    assert copied(about, alias="on").status_code == 302
    twin = StandardPage.objects.get(slug="twin")
    twin.create_alias(update_slug="triplet")
    assert canonical("/twin/").endswith("/client/about/")
    assert canonical("/triplet/").endswith("/client/about/")
    PageViewRestriction.objects.create(page=about, restriction_type="login")
    assert canonical("/twin/").endswith("/client/twin/")
