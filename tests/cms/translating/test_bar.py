"""The editor offers what the person may do, and says how far the translation is."""

import json
import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.utils.timestamps import render_timestamp

from cms.lookbooks.models import LookbookPage
from tests.cms.stories.making import make_editor
from tests.cms.translating import desk
from tests.factories import make_user

CONVERT = "Convert to alias page"
SEEN, CHANGED = "Visitors see this version", "Changed since it was published"


def editor(client: Client, page: LookbookPage) -> Any:
    target = page.get_translation(desk.french())
    return client.get(reverse("wagtailadmin_pages:edit", args=[target.pk])).content.decode()


def bar(client: Client, page: LookbookPage) -> str:
    return editor(client, page).partition('class="footer translation-bar"')[2]


@pytest.mark.parametrize("stopped", [False, True])
def test_throwing_a_translation_away_is_offered_to_who_may_publish(
    page: LookbookPage, stopped: bool
) -> None:
    desk.begin(desk.admin(), page)
    if stopped:
        url = reverse("wagtail_localize:stop_translation", args=[desk.translation(page).pk])
        desk.admin().post(url)
    read = editor if stopped else bar
    assert CONVERT in read(desk.member("add", "change", "publish"), page)
    assert CONVERT not in read(desk.member("add", "change"), page)


def test_submitting_is_offered_to_who_may_and_while_it_is_nowhere(page: LookbookPage) -> None:
    translator = desk.member("add", "change")
    desk.begin(translator, page)
    assert "Submit for review" in bar(translator, page)
    assert "Submit for review" not in bar(desk.member("change", translates=False), page)
    desk.submit(translator, page)
    assert "Submit for review" not in bar(translator, page)
    assert "Publish in French" not in bar(translator, page)


def test_what_was_sent_back_says_why(page: LookbookPage) -> None:
    translator = desk.member("add", "change")
    desk.begin(translator, page)
    assert ">Draft<" in bar(translator, page)
    desk.submit(translator, page)
    target = page.get_translation(desk.french())
    args = [target.pk, "reject", target.current_workflow_task_state.pk]
    url = reverse("wagtailadmin_pages:workflow_action", args=args)
    desk.admin().post(url, {"comment": "Say pluie."})
    assert "Sent back by its reviewers: “Say pluie.”" in bar(translator, page)
    desk.publish(desk.admin(), page)
    assert "Visitors see this version" in bar(translator, page)


def decisions(client: Client, page: LookbookPage) -> list[tuple[str, str]]:
    """Return the name and the label of each decision that the bar offers."""
    button = r'data-workflow-action-url="[^"]*/(\w+)/\d+/"[^>]*>(?:.*?</svg>)?\s*([\w ]+)<'
    return re.findall(button, bar(client, page), re.DOTALL)


APPROVAL = [("approve", "Approve"), ("approve", "Approve with comment")]
LAST = [(name, f"{label} and publish") for name, label in APPROVAL]
REJECTION = [("reject", "Request changes")]


def test_who_reviews_a_translation_decides_in_its_bar_and_nobody_else(page: LookbookPage) -> None:
    translator = desk.signed_in(make_editor("Translators"))
    merchandiser, publisher, other = (
        desk.signed_in(make_editor(name)) for name in ("Merchandisers", "Publishers", "Publishers")
    )
    desk.begin(desk.admin(), page)
    assert decisions(publisher, page) == []
    desk.submit(translator, page)
    assert decisions(translator, page) == []
    assert decisions(merchandiser, page) == APPROVAL + REJECTION
    assert decisions(publisher, page) == APPROVAL + REJECTION
    assert desk.approve_one(publisher, page) == "Product check"
    assert decisions(merchandiser, page) == []
    assert decisions(publisher, page) == REJECTION
    assert "You approved a step of this review before" in editor(publisher, page)
    assert decisions(other, page) == LAST + REJECTION


def test_a_comment_is_asked_for_where_a_decision_wants_one(page: LookbookPage) -> None:
    desk.begin(desk.admin(), page)
    desk.submit(desk.admin(), page)
    found = editor(desk.signed_in(make_editor("Merchandisers")), page)
    asking = re.findall(r"<button[^>]*data-launch-modal[^>]*>.*?</button>", found, re.DOTALL)
    assert ["Approve with comment" in asking[0], "Request changes" in asking[1]] == [True, True]
    assert len(asking) == 2
    assert "js/workflow-action.js" in found


def is_locked(client: Client, page: LookbookPage) -> bool:
    """Return whether the editor takes no writing."""
    props = re.search(r'data-props="([^"]*)"', editor(client, page))
    assert props is not None
    return bool(json.loads(unescape(props[1]))["object"]["isLocked"])


def test_who_keeps_a_translation_to_themselves_is_named(page: LookbookPage) -> None:
    desk.begin(desk.admin(), page)
    owner, at = make_user(is_staff=True, is_superuser=True, first_name="Ada"), timezone.now()
    target = page.get_translation(desk.french())
    Page.objects.filter(pk=target.pk).update(locked=True, locked_by=owner, locked_at=at)
    publisher = desk.signed_in(make_editor("Publishers"))
    found = bar(publisher, page)
    assert f"Locked by {owner.get_full_name() or owner}" in found
    assert f"since {render_timestamp(at)}" in unescape(found)
    assert not any(each in found for each in ("Publish in French", "Stop synced", CONVERT))
    assert is_locked(publisher, page) and not is_locked(desk.signed_in(owner), page)


def test_a_translation_in_review_takes_writing_from_its_reviewers_only(page: LookbookPage) -> None:
    translator = desk.signed_in(make_editor("Translators"))
    desk.begin(desk.admin(), page)
    assert not is_locked(translator, page)
    desk.submit(translator, page)
    assert "With its reviewers: Product check" in bar(translator, page)
    assert is_locked(translator, page)
    assert not is_locked(desk.signed_in(make_editor("Publishers")), page)


def text(page: LookbookPage, path: str = "title") -> Any:
    return desk.translation(page).source.stringsegment_set.get(context__path=path)


def sync(client: Client, page: LookbookPage) -> Any:
    url = reverse("wagtail_localize:update_translations", args=[desk.translation(page).source_id])
    return desk.post(client, url, {})


def rename(page: LookbookPage) -> None:
    page.title = "Long rains"
    page.save_revision().publish()


def test_what_visitors_do_not_see_yet_is_not_said_to_be_seen(page: LookbookPage) -> None:
    boss = desk.admin()
    desk.begin(boss, page)
    desk.translate(boss, page)
    desk.publish(boss, page)
    assert SEEN in bar(boss, page)
    desk.say(boss, page, text(page), "Averses")
    assert CHANGED in bar(boss, page)
    desk.publish(boss, page)
    assert SEEN in bar(boss, page)
    args = [desk.translation(page).pk, text(page).pk]
    boss.delete(reverse("wagtail_localize:edit_string_translation", args=args))
    assert CHANGED in bar(boss, page)
    desk.publish(boss, page)
    desk.replace(boss, page, "cover", page.cover_id)
    assert CHANGED in bar(boss, page)


def test_nor_is_it_after_it_was_brought_in_step(page: LookbookPage) -> None:
    boss = desk.admin()
    desk.begin(boss, page)
    desk.translate(boss, page)
    desk.publish(boss, page)
    rename(page)
    assert SEEN in bar(boss, page)
    sync(boss, page)
    found = bar(boss, page)
    assert CHANGED in found and SEEN not in found
    # Published drafts and many pages at once look at drafts alone, not at texts.
    Page.objects.filter(locale=desk.french()).update(has_unpublished_changes=False)
    assert CHANGED in bar(boss, page)


def test_a_source_that_changed_is_told_until_it_is_taken_over(page: LookbookPage) -> None:
    translator, publisher = (
        desk.signed_in(make_editor(name)) for name in ("Translators", "Publishers")
    )
    desk.begin(desk.admin(), page)
    assert "page changed on" not in bar(translator, page)
    page.title = "A draft"
    page.save_revision()
    assert "page changed on" not in bar(translator, page)
    rename(page)
    page.refresh_from_db()
    said = f"The English page changed on {render_timestamp(page.last_published_at)}"
    assert said in unescape(bar(translator, page))
    offer = "Take over what changed in English"
    assert offer in bar(translator, page)
    assert said in unescape(bar(publisher, page)) and offer not in bar(publisher, page)
    url = re.search(r'href="([^"]*localize/update/[^"]*)"', bar(translator, page))
    assert url is not None
    answer = desk.post(translator, unescape(url[1]), {})
    target = page.get_translation(desk.french())
    assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[target.pk])
    assert "page changed on" not in bar(translator, page)


def test_the_report_of_translations_says_so_too(page: LookbookPage) -> None:
    boss = desk.admin()
    desk.begin(boss, page)
    desk.translate(boss, page)
    names = ("translations_report", "translations_report_results")
    urls = [reverse(f"wagtail_localize:{each}") for each in names]
    assert all("page changed on" not in boss.get(each).content.decode() for each in urls)
    rename(page)
    assert all("The English page changed on" in boss.get(each).content.decode() for each in urls)


def test_who_may_not_translate_is_not_offered_it_over_a_copy(page: LookbookPage) -> None:
    desk.begin(desk.admin(), page)
    target = page.get_translation(desk.french())
    desk.admin().post(reverse("wagtail_localize:convert_to_alias", args=[target.pk]))
    offer = f"localize/submit/page/{page.pk}/"
    for group, is_offered in (("Publishers", False), ("Translators", True)):
        found = editor(desk.signed_in(make_editor(group)), page)
        assert (offer in found) is is_offered, group
        assert ("Translators can translate it" in found) is not is_offered
