"""Aliases are told of in the transaction that makes them, by whatever door."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from wagtail.models import Page, PageViewRestriction

from cms import demo
from cms.home.models import HomePage
from cms.pages.models import StandardPage
from common.outbox.models import OutboxEvent
from common.outbox.services import delivery
from tests.cms.authoring.apis.calling import api_token, asking, member
from tests.factories.people import at_the_desk


@pytest.fixture
def home(db: None) -> HomePage:
    found = demo.seed()
    told()
    return found


def add(parent: Page, slug: str) -> StandardPage:
    page = StandardPage(title=slug, slug=slug, live=False)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return StandardPage.objects.get(pk=page.pk)


def told() -> list[tuple[str, str]]:
    """Return what was told of pages since this was last asked."""
    rows = OutboxEvent.objects.filter(type__startswith="page.").order_by("pk")
    found = [(each.type, each.payload["path"]) for each in rows]
    rows.delete()
    return found


def by_tool(page: Page, **wish: Any) -> None:
    ask = asking(api_token(member(is_superuser=True)))
    answer = ask("POST", f"pages/{page.pk}/actions/create_alias/", {"slug": "copy", **wish})
    assert answer.status_code in (200, 201), answer.content


def by_form(page: Page, **wish: Any) -> None:
    data = {
        "new_title": page.title, "new_slug": "copy", "new_parent_page": page.get_parent().pk,
        "alias": "on", **({"copy_subpages": "on"} if wish else {}),
    }  # fmt: skip
    answer = at_the_desk("admin").post(f"/admin/pages/{page.pk}/copy/", data)
    assert answer.status_code == 302


each_door = pytest.mark.parametrize("door", [by_tool, by_form], ids=lambda each: each.__name__)


@each_door
def test_an_alias_is_told_of_with_all_below_it(home: HomePage, door: Callable[..., None]) -> None:
    page = add(home, "news")
    add(page, "inside")
    told()
    door(page, recursive=True)
    published = [("page.published", "/copy/"), ("page.published", "/copy/inside/")]
    assert sorted(told()) == published
    delivery.drain()
    assert told() == []


@each_door
def test_of_an_alias_of_what_is_private_nothing_is_told(
    home: HomePage, door: Callable[..., None]
) -> None:
    page = add(home, "news")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    add(page, "inside")
    told()
    door(page, recursive=True)
    delivery.drain()
    assert Page.objects.get(slug="copy").get_children().count() == 1
    assert told() == []


def test_of_an_alias_of_a_draft_nothing_is_told_until_its_original_is_live(home: HomePage) -> None:
    page = StandardPage(title="Draft", slug="draft", live=False)
    home.add_child(instance=page)
    page.create_alias(parent=home, update_slug="copy")
    assert told() == []
    page.save_revision().publish()
    assert told() == [("page.published", "/draft/"), ("page.published", "/copy/")]


def test_an_alias_that_is_not_made_after_all_is_not_told_of(home: HomePage) -> None:
    page = add(home, "news")
    told()
    with transaction.atomic():
        page.create_alias(parent=home, update_slug="copy")
        transaction.set_rollback(True)
    assert told() == []
