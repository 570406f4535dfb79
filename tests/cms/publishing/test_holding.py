"""Where pages go live only through review, no door leads past it, and all lead on without it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, Revision, Site, WorkflowPage

from cms.navigation.models import SiteSettings
from cms.pages.models import StandardPage
from cms.publishing.policies import ONLY_THROUGH_REVIEW
from tests.cms.authoring.apis.calling import api_token, asking
from tests.cms.authoring.pages import form, home, make_page
from tests.cms.stories.making import opened, quote, sold
from tests.factories.people import at_the_desk

pytestmark = pytest.mark.django_db
Door = Callable[[Client, Any], Any]


def only_through_review(*, on: bool = True) -> None:
    site = Site.objects.get(is_default_site=True)
    SiteSettings.objects.update_or_create(site=site, defaults={"only_through_review": on})


def tool(client: Client) -> Any:
    """Return the person's way into Wagtail's API."""
    return asking(api_token(client.get("/admin/").wsgi_request.user))


def by_form(client: Client, page: Any) -> Any:
    path = f"/admin/pages/{page.pk}/edit/"
    sent = form(slug=page.slug, **{"gallery-count": "0", "action-publish": "1"})
    return client.post(path, sent, follow=True)


def by_many(client: Client, page: Any) -> Any:
    path = f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}&next=/admin/pages/"
    return client.post(path, {"include_descendants": "on"}, follow=True)


def by_tool(client: Client, page: Any) -> Any:
    return tool(client)("POST", f"pages/{page.pk}/actions/publish/")


def by_tools_change(client: Client, page: Any) -> Any:
    return tool(client)("PATCH", f"pages/{page.pk}/", {"meta": {"action": "publish"}})


DOORS: list[Door] = [by_form, by_many, by_tool, by_tools_change]
each_door = pytest.mark.parametrize("door", DOORS, ids=lambda each: each.__name__)


def is_live(page: Any) -> bool:
    return bool(Page.objects.get(pk=page.pk).live)


def says_why(answer: Any) -> bool:
    return ONLY_THROUGH_REVIEW in answer.content.decode()


@each_door
def test_without_the_setting_a_publisher_publishes(door: Door) -> None:
    page = make_page()
    only_through_review(on=False)
    answer = door(at_the_desk("Publishers"), page)
    assert is_live(page) and not says_why(answer)


@each_door
def test_a_publisher_publishes_nothing_past_the_review(door: Door) -> None:
    page = make_page()
    only_through_review()
    answer = door(at_the_desk("Publishers"), page)
    assert not is_live(page) and says_why(answer)
    assert answer.status_code == (403 if "tool" in door.__name__ else 200)


@each_door
def test_a_superuser_does_and_so_does_anybody_for_a_page_that_nobody_reviews(door: Door) -> None:
    page = make_page()
    only_through_review()
    door(at_the_desk("admin"), page)
    assert is_live(page)
    WorkflowPage.objects.all().delete()
    other = make_page(slug="other")
    door(at_the_desk("Publishers"), other)
    assert is_live(other)


@pytest.mark.parametrize("door", [by_form, by_many, by_tool], ids=lambda each: each.__name__)
def test_a_product_story_is_held_as_well(door: Door) -> None:
    story = opened(sold())
    story.body = [quote("Told")]
    story.save_revision()
    publisher = at_the_desk("Publishers")
    edit = f"/admin/pages/{story.pk}/edit/"
    assert 'name="action-publish"' in publisher.get(edit).content.decode()
    only_through_review()
    assert 'name="action-publish"' not in publisher.get(edit).content.decode()
    assert says_why(door(publisher, story)) and not is_live(story)
    door(at_the_desk("admin"), story)
    assert is_live(story)


def test_the_buttons_are_gone_from_both_forms_and_from_the_list() -> None:
    page = make_page()
    publisher, admin = at_the_desk("Publishers"), at_the_desk("admin")
    screens = [
        f"/admin/pages/{page.pk}/edit/",
        f"/admin/pages/add/cms_pages/standardpage/{home().pk}/",
        f"/admin/pages/{home().pk}/",
    ]
    buttons = ['name="action-publish"'] * 2 + ["/bulk/wagtailcore/page/publish/"]
    for on in (False, True):
        only_through_review(on=on)
        for path, button in zip(screens, buttons, strict=True):
            assert (button in publisher.get(path).content.decode()) is not on, path
            assert button in admin.get(path).content.decode(), path
    assert "/bulk/wagtailcore/page/unpublish/" in publisher.get(screens[2]).content.decode()
    assert 'name="action-submit"' in publisher.get(screens[0]).content.decode()


def test_a_new_page_becomes_a_draft() -> None:
    only_through_review()
    publisher = at_the_desk("Publishers")
    path = f"/admin/pages/add/cms_pages/standardpage/{home().pk}/"
    answer = publisher.post(path, form(**{"action-publish": "1"}), follow=True)
    assert says_why(answer) and "kept as a draft" in answer.content.decode()
    assert not StandardPage.objects.get(slug="care").live
    meta = {"type": "cms_pages.StandardPage", "parent_id": home().pk, "action": "publish"}
    answer = tool(publisher)("POST", "pages/", {"title": "By a tool", "meta": meta})
    assert answer.status_code == 403 and says_why(answer)
    assert not StandardPage.objects.filter(title="By a tool").exists()


def test_what_was_written_on_a_live_page_waits_as_a_draft() -> None:
    page = make_page(live=True)
    only_through_review()
    path = f"/admin/pages/{page.pk}/edit/"
    at_the_desk("Publishers").post(path, form(title="Anew", **{"action-publish": "1"}))
    page.refresh_from_db()
    assert (page.title, page.draft_title) == ("Care of adire", "Anew")


def test_nothing_is_put_on_the_schedule_but_may_be_taken_off() -> None:
    page = make_page()
    publisher = at_the_desk("Publishers")
    path = f"/admin/pages/{page.pk}/edit/"
    later = {"go_live_at": "2099-01-01 09:00", "action-publish": "1"}
    planned = Revision.objects.filter(approved_go_live_at__isnull=False)
    publisher.post(path, form(**later))
    assert planned.count() == 1
    only_through_review()
    publisher.post(f"/admin/pages/{page.pk}/revisions/{planned.get().pk}/unschedule/")
    assert planned.count() == 0
    assert says_why(publisher.post(path, form(**later), follow=True))
    assert planned.count() == 0


@pytest.mark.parametrize("wish", ["publish_copies", "alias"])
def test_no_copy_is_live_at_once(wish: str) -> None:
    page = make_page(live=True)
    data = {"new_title": page.title, "new_slug": "copy", "new_parent_page": home().pk, wish: "on"}
    publisher, path = at_the_desk("Publishers"), f"/admin/pages/{page.pk}/copy/"
    only_through_review()
    assert says_why(publisher.post(path, data, follow=True))
    act = "create_alias" if wish == "alias" else "copy"
    answer = tool(publisher)("POST", f"pages/{page.pk}/actions/{act}/", {"slug": "copy"})
    assert answer.status_code == 403 and says_why(answer)
    assert not Page.objects.filter(slug="copy").exists()
    only_through_review(on=False)
    publisher.post(path, data)
    assert Page.objects.get(slug="copy").live


def test_a_copy_that_is_a_draft_is_made() -> None:
    page = make_page(live=True)
    only_through_review()
    data = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": home().pk}
    at_the_desk("Publishers").post(f"/admin/pages/{page.pk}/copy/", data)
    assert not Page.objects.get(slug="copy").live


def test_the_last_approval_publishes() -> None:
    page = make_page()
    only_through_review()
    editor = at_the_desk("Editors")
    editor.post(f"/admin/pages/{page.pk}/edit/", form(**{"action-submit": "1"}))
    for group in ("Merchandisers", "Publishers"):
        assert not is_live(page)
        state = StandardPage.objects.get(pk=page.pk).current_workflow_task_state
        act = f"/admin/pages/workflow/action/{page.pk}/approve/{state.pk}/"
        at_the_desk(group).post(act, {"comment": ""})
    assert is_live(page)


def test_no_older_draft_comes_back_into_a_page_in_review() -> None:
    page = make_page()
    editor = at_the_desk("Editors")
    editor.post(f"/admin/pages/{page.pk}/edit/", form(title="Old words"))
    old = StandardPage.objects.get(pk=page.pk).latest_revision_id
    editor.post(f"/admin/pages/{page.pk}/edit/", form(title="New words", **{"action-submit": "1"}))
    assert StandardPage.objects.get(pk=page.pk).current_workflow_task_state
    act, back = f"pages/{page.pk}/actions/revert/", {"revision_id": old}
    answer = tool(editor)("POST", act, back)
    assert answer.status_code == 403, answer.content
    assert StandardPage.objects.get(pk=page.pk).latest_revision.content["title"] == "New words"
    assert tool(at_the_desk("Merchandisers"))("POST", act, back).status_code == 200


def test_a_publisher_takes_down_and_sets_who_may_see() -> None:
    page = make_page(live=True, first_published_at=timezone.now())
    only_through_review()
    publisher = at_the_desk("Publishers")
    assert publisher.get(f"/admin/pages/{page.pk}/privacy/").status_code == 200
    publisher.post(f"/admin/pages/{page.pk}/unpublish/", {})
    assert not is_live(page)


def test_only_an_administrator_switches_it() -> None:
    site = Site.objects.get(is_default_site=True)
    path = f"/admin/settings/cms_navigation/sitesettings/{site.pk}/"
    empty = {
        "social-count": "0", "announcement_tone": "info", "words-TOTAL_FORMS": "0",
        "words-INITIAL_FORMS": "0", "words-MIN_NUM_FORMS": "0", "words-MAX_NUM_FORMS": "1000",
    }  # fmt: skip
    for group, may in (("Publishers", False), ("admin", True)):
        client = at_the_desk(group)
        assert ("only_through_review" in client.get(path).content.decode()) is may
        client.post(path, {**empty, "name": group, "only_through_review": "on"})
        settings = SiteSettings.objects.get(site=site)
        assert (settings.name, settings.only_through_review) == (group, may)
