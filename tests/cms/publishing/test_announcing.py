"""Every page that comes, changes or goes is told of, once, with what it affects."""

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, PageViewRestriction, Revision, Site

from cms import demo
from cms.home.models import HomePage
from cms.journal.models import ArticlePage, JournalIndexPage
from cms.navigation.models import Menu, SiteSettings
from cms.pages.models import StandardPage
from cms.publishing.models import PagePresence
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


def journal(home: HomePage) -> tuple[JournalIndexPage, ArticlePage]:
    index = JournalIndexPage(title="Tales", slug="tales", live=False)
    home.add_child(instance=index)
    index.save_revision().publish()
    article = ArticlePage(title="A tale", slug="a-tale", live=False)
    index.add_child(instance=article)
    article.save_revision().publish()
    return index, ArticlePage.objects.get(pk=article.pk)


def linking(home: HomePage, to: Any, slug: str) -> StandardPage:
    value = {"label": "There", "page": to.pk, "url": ""}
    link = {"type": "item", "id": str(uuid4()), "value": value}
    block = {"type": "call_to_action", "value": {"title": "Go", "links": [link]}}
    return add(home, slug, body=json.dumps([block]))


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


@pytest.mark.parametrize("leave", ["unpublish", "delete"])
def test_what_goes_tells_of_the_page_above_and_of_what_pointed_at_it(
    home: HomePage, leave: str
) -> None:
    _, article = journal(home)
    linking(home, article, "more")
    item = {"type": "page", "value": {"target": article.pk, "label": "", "children": []}}
    Menu.objects.create(key="extra", locale=home.locale, items=json.dumps([item]))
    getattr(article, leave)()
    kind, payload = told()[-1]
    assert kind == "page.unpublished"
    assert affected(payload) == {("en", "/tales/a-tale/"), ("en", "/tales/"), ("en", "/more/")}
    assert (payload["menus"], payload["site"]) == (["extra"], False)
    assert (payload["sitemap"], payload["all"]) == (True, False)


def test_the_shop_about_itself_is_affected_where_it_offers_the_menu(home: HomePage) -> None:
    page = add(home, "news")
    item = {"type": "page", "value": {"target": page.pk, "label": "", "children": []}}
    menu = Menu.objects.create(key="extra", locale=home.locale, items=json.dumps([item]))
    site = Site.objects.get(is_default_site=True)
    SiteSettings.objects.update_or_create(site=site, defaults={"not_found_menu": menu})
    page.unpublish()
    assert told()[-1][1]["site"] is True


def test_a_moved_page_tells_of_the_pages_above_both_places(home: HomePage) -> None:
    page, shelf, target = add(home, "news"), add(home, "shelf"), add(home, "archive")
    page.move(shelf, pos="last-child")
    assert {("en", "/"), ("en", "/shelf/")} <= affected(told()[-1][1])
    StandardPage.objects.get(pk=page.pk).move(target, pos="last-child")
    assert affected(told()[-1][1]) == {
        ("en", "/archive/news/"), ("en", "/shelf/news/"), ("en", "/archive/"), ("en", "/shelf/"),
    }  # fmt: skip


def test_a_new_title_affects_what_links_to_it_and_its_copies(home: HomePage) -> None:
    page = add(home, "news")
    linking(home, page, "more")
    page.create_alias(parent=home, update_slug="copy")
    announcing.announce()
    page.title = "Renamed"
    page.save_revision().publish()
    [payload] = [said for _, said in told() if said["page_id"] == page.pk][1:]
    assert {("en", "/more/"), ("en", "/copy/")} <= affected(payload)


def test_beyond_two_hundred_places_all_is_affected(home: HomePage) -> None:
    page = add(home, "news")
    ids = range(10**6, 10**6 + 201)
    key = page.translation_key
    PagePresence.objects.bulk_create(
        PagePresence(
            page_id=each, page_type="page", translation_key=key, locale=f"l{each}",
            path=f"/{each}/", version="1",
        )
        for each in ids
    )  # fmt: skip
    page.unpublish()
    payload = told()[-1][1]
    assert payload["all"] is True
    assert len(payload["affected"]) == 200
    assert payload["affected"][0] == {"locale": "en", "path": "/news/", "and_below": True}


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
        {
            ("en", "/news/inside/"), ("en", "/stories/inside/"), ("en", "/stories/"),
            ("en", "/news/"),
        }
    ]  # fmt: skip


def test_a_moved_page_is_a_redirect_with_all_below_it(home: HomePage) -> None:
    page, target = add(home, "news"), add(home, "archive")
    add(page, "inside")
    page.move(target, pos="last-child")
    assert status("/news/").json()["redirect"]["to"] == "/archive/news/"
    before = len(told()) - 1
    delivery.drain()
    assert status("/news/inside/").json()["redirect"]["to"] == "/archive/news/inside/"
    assert {path for _, payload in told()[before:] for _, path in affected(payload)} == {
        "/news/", "/news/inside/", "/archive/news/", "/archive/news/inside/", "/archive/", "/",
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


def test_closing_a_page_and_opening_it_again_is_told_in_the_same_transaction(
    home: HomePage,
) -> None:
    page = add(home, "news")
    add(page, "inside")
    closed = PageViewRestriction.objects.create(page=page, restriction_type="login")
    kind, payload = told()[-1]
    assert (kind, payload["path"]) == ("page.unpublished", "/news/")
    assert {"locale": "en", "path": "/news/", "and_below": True} in payload["affected"]
    assert status("/news/").status_code == 404
    delivery.drain()
    assert (told()[-1][0], told()[-1][1]["path"]) == ("page.unpublished", "/news/inside/")
    before = len(told())
    closed.delete()
    assert [(kind, said["path"]) for kind, said in told()[before:]] == [
        ("page.published", "/news/")
    ]
    delivery.drain()
    assert (told()[-1][0], told()[-1][1]["path"]) == ("page.published", "/news/inside/")


def test_deleting_a_closed_page_tells_of_nothing_that_came(home: HomePage) -> None:
    page = add(home, "news")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    before = len(told())
    StandardPage.objects.get(pk=page.pk).delete()
    assert len(told()) == before
    assert not PagePresence.objects.filter(page_id=page.pk).exists()


def rename(page: Any, slug: str) -> None:
    fresh = type(page).objects.get(pk=page.pk)
    fresh.slug = slug
    fresh.save()


def leads() -> dict[str, int]:
    return dict(Redirect.objects.values_list("old_path", "redirect_page_id"))


def test_a_draft_that_was_never_live_leaves_no_redirect(
    home: HomePage, django_capture_on_commit_callbacks: Any
) -> None:
    draft = StandardPage(title="Typed", slug="typed", live=False)
    home.add_child(instance=draft)
    child = add(StandardPage.objects.get(pk=draft.pk), "inside")
    for slug in ("typed-by", "typed-by-hand"):
        with django_capture_on_commit_callbacks(execute=True):
            rename(draft, slug)
        assert "/typed/inside" in leads()
        delivery.drain()
    assert leads() == {"/typed/inside": child.pk, "/typed-by/inside": child.pk}
    assert status("/typed/inside/").json()["redirect"]["to"] == "/typed-by-hand/inside/"


@pytest.mark.parametrize("above_is_live", [True, False])
def test_all_addresses_between_two_visits_of_the_worker_lead_on(
    home: HomePage, above_is_live: bool
) -> None:
    page = add(home, "news")
    child = add(page, "inside")
    if not above_is_live:
        StandardPage.objects.get(pk=page.pk).unpublish()
    delivery.drain()
    for slug in ("stories", "tales", "reports"):
        rename(page, slug)
    between = [f"/{slug}/inside/" for slug in ("news", "stories", "tales")]
    for _ in range(2):
        for path in between:
            assert status(path).json()["redirect"]["to"] == "/reports/inside/", path
        delivery.drain()
    assert leads()["/tales/inside"] == child.pk
    assert ("/tales" in leads()) is above_is_live


def test_a_page_that_is_moved_twice_leads_on_from_both_places(home: HomePage) -> None:
    page, first, second = add(home, "news"), add(home, "first"), add(home, "second")
    add(page, "inside")
    for target in (first, second):
        StandardPage.objects.get(pk=page.pk).move(
            StandardPage.objects.get(pk=target.pk), pos="last-child"
        )
    for path in ("/news/inside/", "/first/news/inside/"):
        assert status(path).json()["redirect"]["to"] == "/second/news/inside/", path


@pytest.mark.parametrize("closed", ["above", "itself"])
def test_an_address_that_nobody_ever_saw_leads_nowhere(home: HomePage, closed: str) -> None:
    above = StandardPage(title="Staff", slug="staff", live=False)
    home.add_child(instance=above)
    restriction = PageViewRestriction.objects.create(page=above, restriction_type="login")
    above.save_revision().publish()
    child = add(StandardPage.objects.get(pk=above.pk), "inside")
    below = add(child, "below")
    fresh = StandardPage.objects.get
    if closed == "above":
        fresh(pk=child.pk).move(HomePage.objects.get(pk=home.pk), pos="last-child")
        seen = "/inside/below/"
    else:
        target = add(home, "archive")
        fresh(pk=above.pk).move(fresh(pk=target.pk), pos="last-child")
        restriction.delete()
        seen = "/archive/staff/inside/below/"
    delivery.drain()
    assert status(seen).json()["id"] == f"pag_{below.translation_key.hex}"
    assert leads() == {}
    for path in ("/staff/", "/staff/inside/", "/staff/inside/below/"):
        assert status(path).status_code == 404, path


def test_what_moves_out_of_sight_leads_on_once_it_is_seen_again(home: HomePage) -> None:
    page, staff = add(home, "news"), add(home, "staff")
    closed = PageViewRestriction.objects.create(page=staff, restriction_type="login")
    StandardPage.objects.get(pk=page.pk).move(
        StandardPage.objects.get(pk=staff.pk), pos="last-child"
    )
    delivery.drain()
    assert status("/news/").status_code == 404
    closed.delete()
    assert status("/news/").json()["redirect"]["to"] == "/staff/news/"


def test_pages_in_another_order_keep_their_addresses(home: HomePage) -> None:
    first, last = add(home, "first"), add(home, "last")
    StandardPage.objects.get(pk=last.pk).move(StandardPage.objects.get(pk=first.pk), pos="left")
    assert leads() == {}


def test_a_rename_that_is_undone_leaves_nothing_and_none_without_one(home: HomePage) -> None:
    page = add(home, "news")
    add(page, "inside")
    with transaction.atomic():
        rename(page, "stories")
        assert "/news/inside" in leads()
        transaction.set_rollback(True)
    assert leads() == {}
    rename(page, "news")
    StandardPage.objects.get(pk=page.pk).save_revision().publish()
    assert leads() == {}


def test_back_where_it_was_a_page_leads_there_from_where_it_was_meanwhile(home: HomePage) -> None:
    page = add(home, "news")
    child = add(page, "inside")
    for slug in ("stories", "news"):
        fresh = StandardPage.objects.get(pk=page.pk)
        fresh.slug = slug
        fresh.save_revision().publish()
    delivery.drain()
    assert leads() == {"/stories": page.pk, "/stories/inside": child.pk}


def test_a_page_that_comes_back_elsewhere_leads_on_from_where_it_was_seen(
    home: HomePage, django_capture_on_commit_callbacks: Any
) -> None:
    page = add(home, "news")
    page.unpublish()
    for slug in ("between", "stories"):
        with django_capture_on_commit_callbacks(execute=True):
            rename(page, slug)
    assert leads() == {}
    StandardPage.objects.get(pk=page.pk).save_revision().publish()
    assert leads() == {"/news": page.pk}


def test_a_path_where_another_page_stands_leads_nowhere_else(home: HomePage) -> None:
    page = add(home, "news")
    page.unpublish()
    rename(page, "stories")
    add(home, "news")
    StandardPage.objects.get(pk=page.pk).save_revision().publish()
    assert leads() == {}


def test_what_was_missed_is_told_by_the_sweep(home: HomePage) -> None:
    page = add(home, "news")
    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=page, restriction_type="login")]
    )
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
