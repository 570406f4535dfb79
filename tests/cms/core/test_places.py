"""Where a new page may stand: the families below what holds pages, and one front page."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, get_page_models

from cms import demo
from cms.collections.models import CollectionPage
from cms.core.pages import BasePage
from cms.home.models import HomePage
from cms.journal.models import ArticlePage, JournalIndexPage
from cms.landing.models import LandingPage
from cms.lookbooks.models import LookbookPage
from cms.pages.models import StandardPage
from cms.policies.models import PolicyPage
from cms.sizeguides.models import SizeGuidePage
from cms.vendors.models import VendorPage
from tests.cms.authoring.apis.calling import asking_as
from tests.cms.stories.making import make_editor

pytestmark = pytest.mark.django_db
BELOW_SECTIONS = {
    StandardPage, LandingPage, CollectionPage, LookbookPage, JournalIndexPage, VendorPage,
    SizeGuidePage, PolicyPage,
}  # fmt: skip


@pytest.fixture
def home() -> HomePage:
    return demo.seed()


def allowed(parent: Any) -> set[type[Any]]:
    ours = [each for each in get_page_models() if issubclass(each, BasePage)]
    return {each for each in ours if each.can_create_at(parent)}


def below(parent: Page, kind: type[Any], **fields: Any) -> Any:
    return parent.add_child(instance=kind(title="There", slug="there", **fields))


def test_sections_hold_every_family_but_articles(home: HomePage) -> None:
    section = home.get_children().get(slug="about").specific
    landing = below(home, LandingPage)
    assert all(allowed(each) == BELOW_SECTIONS for each in (home, section, landing))


@pytest.mark.parametrize("kind", [LookbookPage, SizeGuidePage])
def test_a_leaf_holds_nothing(home: HomePage, kind: type[Any]) -> None:
    assert allowed(below(home, kind)) == set()


def test_policies_hold_nothing_and_journals_articles_alone(home: HomePage) -> None:
    assert allowed(home.get_children().get(slug="privacy").specific) == set()
    journal = below(home, JournalIndexPage)
    assert allowed(journal) == {ArticlePage}
    assert allowed(below(journal, ArticlePage)) == set()


def test_the_root_holds_one_front_page() -> None:
    root = Page.get_first_root_node()
    assert allowed(root) == {HomePage}
    demo.seed()
    assert allowed(Page.get_first_root_node()) == set()


@pytest.mark.parametrize("group", ["Editors", "Translators", "Publishers"])
def test_nobody_is_offered_a_page_at_the_root(home: HomePage, group: str) -> None:
    client = Client()
    client.force_login(make_editor(group))
    shown = client.get(f"/admin/pages/{home.get_parent().pk}/add_subpage/").content.decode()
    assert "/admin/pages/add/" not in shown
    place = home.get_children().get(slug="privacy").pk
    answer = client.get(f"/admin/pages/add/cms_lookbooks/lookbookpage/{place}/")
    assert answer.status_code in (302, 403)


def test_the_api_and_moving_ask_the_same_rule(home: HomePage) -> None:
    privacy, about = (home.get_children().get(slug=each) for each in ("privacy", "about"))
    meta = {"type": "cms_lookbooks.LookbookPage", "parent": privacy.pk}
    answer = asking_as(is_superuser=True)("POST", "pages/", {"title": "x", "meta": meta})
    assert answer.status_code in (403, 422), answer.content
    assert not privacy.get_children().exists()
    assert not about.specific.can_move_to(privacy)
    assert not about.specific.can_move_to(home.get_parent())


def test_an_old_page_in_an_odd_place_is_still_edited(home: HomePage) -> None:
    odd = below(home.get_children().get(slug="privacy"), LookbookPage)
    client = Client()
    client.force_login(make_editor("Publishers"))
    assert client.get(f"/admin/pages/{odd.pk}/edit/").status_code == 200
    odd.save_revision().publish()
    answer = Client().get("/api/v1/store/pages/", {"path": "/privacy/there/"})
    assert answer.status_code == 200
