"""Translators write pages in further languages, and find the English ones to begin from."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Locale, Page

from cms.home.models import HomePage
from cms.lookbooks.models import LookbookPage
from identity.services import roles
from tests.cms.stories.making import make_editor
from tests.cms.translating import desk

HOME = reverse("wagtailadmin_home")


@pytest.fixture
def person(home: HomePage) -> Any:
    return make_editor("Translators")


def edit(client: Client, page: Page) -> Any:
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))


def test_a_translator_writes_french_and_not_english(page: LookbookPage, person: Any) -> None:
    client = desk.signed_in(person)
    listing = client.get(reverse("wagtailadmin_explore", args=[page.pk])).content.decode()
    assert reverse("wagtail_localize:submit_page_translation", args=[page.pk]) in listing
    assert desk.begin(client, page).status_code == 302
    assert edit(client, page.get_translation(desk.french())).status_code == 200
    desk.translate(client, page)
    assert desk.translation(page).get_progress()[1] > 0
    before = page.revisions.count()
    assert edit(client, page)["Location"] == HOME
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert client.post(url, {"title": "Mine", "slug": "mine"})["Location"] == HOME
    for name in ("delete", "move", "unpublish", "add_subpage"):
        assert client.get(reverse(f"wagtailadmin_pages:{name}", args=[page.pk]))["Location"] == HOME
    assert page.revisions.count() == before


def test_a_tree_in_a_language_that_comes_later_is_theirs_too(home: HomePage, person: Any) -> None:
    german = Locale.objects.create(language_code="de")
    top = home.copy_for_translation(german)
    again = type(person).objects.get(pk=person.pk)
    assert top.permissions_for_user(again).can_edit()
    assert not top.permissions_for_user(again).can_publish()
    assert not home.permissions_for_user(again).can_edit()


def test_what_an_older_version_gave_is_mended_by_the_release(home: HomePage, person: Any) -> None:
    group, root = Group.objects.get(name="Translators"), Page.get_first_root_node()
    change = Permission.objects.get(codename="change_page", content_type__model="page")
    GroupPagePermission.objects.filter(group=group).delete()
    GroupPagePermission.objects.create(group=group, page=root, permission=change)
    roles.ensure_groups()
    assert not home.permissions_for_user(person).can_edit()
    assert home.get_translation(desk.french()).permissions_for_user(person).can_edit()
