"""A stopped translation keeps what was written, and asks before."""

from django.urls import reverse
from wagtail.models import Revision

from cms.lookbooks.models import LookbookPage
from tests.cms.translating import desk


def url_of(page: LookbookPage) -> str:
    return reverse("wagtail_localize:stop_translation", args=[desk.translation(page).pk])


def target_of(page: LookbookPage) -> LookbookPage:
    return LookbookPage.objects.get(translation_key=page.translation_key, locale=desk.french())


def test_it_asks_first_and_changes_nothing_by_asking(page: LookbookPage) -> None:
    translator = desk.member("add", "change")
    desk.begin(translator, page)
    answer = translator.get(url_of(page))
    assert answer.status_code == 200
    assert "Yes, stop it" in answer.content.decode()
    assert desk.translation(page).enabled
    assert desk.member("add").get(url_of(page)).status_code == 302


def test_texts_that_nobody_submitted_are_the_draft_afterwards(page: LookbookPage) -> None:
    translator = desk.member("add", "change")
    desk.begin(desk.admin(), page)
    desk.publish(desk.admin(), page)
    desk.translate(translator, page)
    edit = reverse("wagtailadmin_pages:edit", args=[target_of(page).pk])
    assert desk.post(translator, url_of(page), {"next": edit})["Location"] == edit
    target = target_of(page)
    assert not desk.translation(page).enabled
    assert (target.title, target.get_latest_revision_as_object().title) == ("Rains", "FR Rains")
    found = translator.get(edit).content.decode()
    assert "FR Rains" in found
    assert "with what was translated so far" in found


def test_where_nothing_was_written_no_draft_is_made(page: LookbookPage) -> None:
    desk.begin(desk.admin(), page)
    desk.publish(desk.admin(), page)
    before = Revision.objects.count()
    desk.post(desk.admin(), url_of(page), {})
    assert Revision.objects.count() == before
    assert not target_of(page).has_unpublished_changes


def test_what_does_not_fit_is_named_and_left_behind(page: LookbookPage) -> None:
    translator = desk.member("add", "change")
    desk.begin(translator, page)
    desk.translate(translator, page)
    segment = desk.translation(page).source.stringsegment_set.get(context__path="season")
    desk.say(translator, page, segment, "x" * 61)
    assert "at most 60 characters" in translator.get(url_of(page)).content.decode()
    desk.post(translator, url_of(page), {})
    draft = target_of(page).get_latest_revision_as_object()
    assert (draft.title, draft.season) == ("FR Rains", "Rainy season")
