"""Every page that comes, changes or goes is told of, once, with what it affects."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction, Revision

from cms import demo
from cms.home.models import HomePage
from cms.pages.models import StandardPage
from cms.publishing.services import announcing, schedule
from common.outbox.models import OutboxEvent
from common.outbox.services import delivery


@pytest.fixture
def home(db: None) -> HomePage:
    found = demo.seed()
    announcing.announce()
    OutboxEvent.objects.all().delete()
    return found


def told() -> list[tuple[str, Any]]:
    rows = OutboxEvent.objects.filter(type__startswith="page.").order_by("pk")
    return [(each.type, each.payload) for each in rows]


def affected(payload: Any) -> set[tuple[str, str]]:
    return {(each["locale"], each["path"]) for each in payload["affected"]}


def add(home: HomePage, slug: str, **more: Any) -> StandardPage:
    page = StandardPage(title=slug, slug=slug, live=False, **more)
    home.add_child(instance=page)
    page.save_revision().publish()
    return StandardPage.objects.get(pk=page.pk)


def status(path: str, **more: str) -> Any:
    return Client().get("/api/v1/store/pages/", {"path": path, **more})


def test_publishing_tells_the_path_and_the_page_above(home: HomePage) -> None:
    page = add(home, "news")
    [(kind, payload)] = told()
    assert kind == "page.published"
    assert payload["page"] == f"pag_{page.translation_key.hex}"
    assert affected(payload) == {("en", "/news/"), ("en", "/")}
    assert payload["locales"] == ["en"]


def test_publishing_again_without_a_change_of_revision_tells_nothing(home: HomePage) -> None:
    add(home, "news")
    announcing.announce()
    assert len(told()) == 1


def test_a_draft_is_not_told(home: HomePage) -> None:
    page = add(home, "news")
    page.title = "Changed"
    page.save_revision()
    assert len(told()) == 1


def test_unpublishing_tells_and_is_a_404_at_once(home: HomePage) -> None:
    page = add(home, "news")
    assert status("/news/").status_code == 200
    page.unpublish()
    assert status("/news/").status_code == 404
    assert [kind for kind, _ in told()] == ["page.published", "page.unpublished"]


def test_deleting_tells(home: HomePage) -> None:
    page = add(home, "news")
    page.delete()
    assert [kind for kind, _ in told()] == ["page.published", "page.unpublished"]


def test_a_new_slug_is_a_redirect_at_once_and_tells_of_both_paths(home: HomePage) -> None:
    page = add(home, "news")
    add(page, "inside")
    page.slug = "stories"
    page.save_revision().publish()
    assert status("/news/").json() == {"redirect": {"to": "/stories/", "permanent": True}}
    assert status("/stories/inside/").status_code == 200
    assert {("en", "/news/"), ("en", "/stories/")} <= affected(told()[-1][1])
    before = len(told())
    delivery.drain()
    assert status("/news/inside/").json()["redirect"]["to"] == "/stories/inside/"
    assert [affected(payload) for _, payload in told()[before:]] == [
        {("en", "/news/inside/"), ("en", "/stories/inside/"), ("en", "/stories/")}
    ]


def test_a_moved_page_is_a_redirect_with_all_below_it(home: HomePage) -> None:
    page, target = add(home, "news"), add(home, "archive")
    add(page, "inside")
    page.move(target, pos="last-child")
    assert status("/news/").json()["redirect"]["to"] == "/archive/news/"
    before = len(told()) - 1
    delivery.drain()
    assert status("/news/inside/").json()["redirect"]["to"] == "/archive/news/inside/"
    assert {path for _, payload in told()[before:] for _, path in affected(payload)} == {
        "/news/", "/news/inside/", "/archive/news/", "/archive/news/inside/", "/archive/",
    }  # fmt: skip


def test_a_path_that_is_taken_anew_leads_nowhere_else_once_it_is_free(home: HomePage) -> None:
    page = add(home, "news")
    page.slug = "stories"
    page.save_revision().publish()
    other = add(home, "news")
    assert status("/news/").json()["id"] == f"pag_{other.translation_key.hex}"
    other.unpublish()
    assert status("/news/").status_code == 404


def test_a_page_that_went_and_came_back_leaves_no_circle(home: HomePage) -> None:
    page = add(home, "news")
    for slug in ("stories", "news"):
        page.slug = slug
        page.save_revision().publish()
    assert status("/stories/").json()["redirect"]["to"] == "/news/"
    StandardPage.objects.get(pk=page.pk).unpublish()
    assert status("/news/").status_code == 404
    assert status("/stories/").status_code == 404


def test_a_french_page_keeps_its_redirect_and_tells_of_its_translations(home: HomePage) -> None:
    french = Locale.objects.get_or_create(language_code="fr")[0]
    home_fr = home.copy_for_translation(french)
    home_fr.slug = "fr"
    home_fr.save_revision().publish()
    page = add(home, "news")
    page_fr = page.copy_for_translation(french)
    page_fr.slug = "nouvelles"
    page_fr.save_revision().publish()
    page_fr = StandardPage.objects.get(pk=page_fr.pk)
    assert ("en", "/news/") in affected(told()[-1][1])
    assert status("/nouvelles/", locale="fr").json()["alternates"] == [
        {"locale": "en", "path": "/news/"}
    ]
    page_fr.slug = "actualites"
    page_fr.save_revision().publish()
    moved = status("/nouvelles/", locale="fr").json()
    assert moved == {"redirect": {"to": "/actualites/", "permanent": True}}
    assert status("/nouvelles/").status_code == 404
    assert status("/news/", locale="fr").status_code == 404


def test_what_was_missed_is_told_by_the_sweep(home: HomePage) -> None:
    page = add(home, "news")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    other = home.get_children().get(slug="about")
    type(other).objects.filter(pk=other.pk).update(live=False)
    assert announcing.announce() == 2
    assert [kind for kind, _ in told()][1:] == ["page.unpublished", "page.unpublished"]
    assert announcing.announce() == 0


def plan(page: StandardPage, **moments: Any) -> Revision:
    for name, value in moments.items():
        setattr(page, name, value)
    revision: Revision = page.save_revision()
    revision.publish()
    return revision


def test_a_planned_page_goes_live_and_expires_by_itself(home: HomePage) -> None:
    now = timezone.now()
    page = StandardPage(title="Soon", slug="soon", live=False)
    home.add_child(instance=page)
    plan(page, go_live_at=now + timedelta(minutes=5), expire_at=now + timedelta(minutes=9))
    assert schedule.keep(at=now) == 0
    assert status("/soon/").status_code == 404
    due = Revision.objects.get(approved_go_live_at__isnull=False)
    due.approved_go_live_at = now - timedelta(seconds=1)
    due.content["go_live_at"] = due.approved_go_live_at.isoformat()
    due.save()
    assert schedule.keep(at=now) == 1
    assert status("/soon/").status_code == 200
    assert schedule.keep(at=now) == 0
    assert schedule.keep(at=now + timedelta(minutes=10)) == 1
    assert status("/soon/").status_code == 404
    assert [kind for kind, _ in told()] == ["page.published", "page.unpublished"]


def test_one_page_that_fails_holds_up_no_other(home: HomePage) -> None:
    now = timezone.now()
    broken, sound = add(home, "broken"), add(home, "sound")
    for page in (broken, sound):
        page.title = "Changed"
        revision = page.save_revision()
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=now)
    latest = Revision.objects.filter(object_id=str(broken.pk)).latest("pk")
    Revision.objects.filter(pk=latest.pk).update(content={"nonsense": True})
    assert schedule.keep(at=now) == 1
    assert status("/sound/").json()["title"] == "Changed"
