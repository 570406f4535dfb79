"""While a translation is with its reviewers, or locked, nobody else writes it, at any door."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail_headless_preview.models import PagePreview
from wagtail_localize.models import SegmentOverride, StringTranslation

from cms.lookbooks.models import LookbookPage
from tests.cms.blocks import make_picture
from tests.cms.stories.making import make_editor
from tests.cms.translating import desk
from tests.factories import make_user

FORM = "application/x-www-form-urlencoded"
Door = Callable[[Client, LookbookPage], Any]


def people(name: str) -> Client:
    return desk.signed_in(make_editor(name))


def target_of(page: LookbookPage) -> LookbookPage:
    return LookbookPage.objects.get(translation_key=page.translation_key, locale=desk.french())


def title(page: LookbookPage) -> Any:
    return desk.translation(page).source.stringsegment_set.get(context__path="title")


def say_title(client: Client, page: LookbookPage, words: str = "Averses") -> Any:
    return desk.say(client, page, title(page), words)


def forget_title(client: Client, page: LookbookPage) -> Any:
    args = [desk.translation(page).pk, title(page).pk]
    return client.delete(reverse("wagtail_localize:edit_string_translation", args=args))


def replace_cover(client: Client, page: LookbookPage) -> Any:
    return desk.replace(client, page, "cover", make_picture("Another").pk)


def restore_cover(client: Client, page: LookbookPage) -> Any:
    segment = desk.translation(page).source.overridablesegment_set.get(context__path="cover")
    args = [desk.translation(page).pk, segment.pk]
    return client.delete(reverse("wagtail_localize:edit_override", args=args))


def upload(client: Client, page: LookbookPage) -> Any:
    args = [desk.translation(page).pk]
    given = client.get(reverse("wagtail_localize:download_pofile", args=args)).content.decode()
    was = 'msgid "Rains"\nmsgstr "FR Rains"'
    assert was in given
    file = SimpleUploadedFile("fr.po", given.replace(was, 'msgid "Rains"\nmsgstr "PO"').encode())
    return client.post(reverse("wagtail_localize:upload_pofile", args=args), {"file": file})


def stop(client: Client, page: LookbookPage) -> Any:
    args = [desk.translation(page).pk]
    return client.post(reverse("wagtail_localize:stop_translation", args=args))


def convert(client: Client, page: LookbookPage) -> Any:
    return client.post(reverse("wagtail_localize:convert_to_alias", args=[target_of(page).pk]))


WRITES = [say_title, forget_title, replace_cover, restore_cover, upload]
DOORS: list[Door] = [*WRITES, stop, convert, desk.publish]


def kept(page: LookbookPage) -> tuple[Any, ...]:
    """Return all that there is of a translation."""
    target = target_of(page)
    return (
        sorted(StringTranslation.objects.values_list("pk", "data")),
        sorted(SegmentOverride.objects.values_list("pk", "data_json")),
        desk.translation(page).enabled,
        target.alias_of_id, target.live, target.latest_revision_id, target.draft_title,
    )  # fmt: skip


@pytest.fixture
def written(page: LookbookPage) -> LookbookPage:
    """Have a translation, the cover another one in it."""
    desk.begin(desk.admin(), page)
    desk.translate(desk.admin(), page)
    assert replace_cover(desk.admin(), page).status_code == 201
    return page


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_what_somebody_else_locked_stays(written: LookbookPage, door: Door) -> None:
    owner = make_user(is_staff=True, is_superuser=True)
    Page.objects.filter(pk=target_of(written).pk).update(
        locked=True, locked_by=owner, locked_at=timezone.now()
    )
    before = kept(written)
    door(desk.admin(), written)
    assert kept(written) == before


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_what_others_review_stays(written: LookbookPage, door: Door) -> None:
    translator = people("Translators")
    desk.submit(translator, written)
    before = kept(written)
    door(translator, written)
    assert kept(written) == before


def test_the_refusal_says_why(written: LookbookPage) -> None:
    translator = people("Translators")
    desk.submit(translator, written)
    answer = say_title(translator, written)
    assert answer.status_code == 409
    assert answer.json()["detail"] == (
        "It is with its reviewers (Product check): only they change it until they have decided."
    )
    back = upload(translator, written)["Location"]
    assert "Nothing was taken in: It is with its reviewers" in translator.get(back).content.decode()


def test_a_lock_of_ones_own_opens_nothing_that_others_review(written: LookbookPage) -> None:
    owner = make_editor("Editors")
    owner.groups.add(Group.objects.get(name="Translators"))
    client = desk.signed_in(owner)
    desk.submit(client, written)
    Page.objects.filter(pk=target_of(written).pk).update(locked=True, locked_by=owner)
    assert say_title(client, written).status_code == 409


@pytest.mark.parametrize("door", WRITES, ids=lambda door: door.__name__)
def test_what_reviewers_write_is_what_they_approve(written: LookbookPage, door: Door) -> None:
    desk.submit(people("Translators"), written)
    first = target_of(written).latest_revision_id
    reviewer = make_editor("Publishers")
    door(desk.signed_in(reviewer), written)
    draft = Revision.objects.get(pk=target_of(written).latest_revision_id)
    assert draft.pk != first and draft.user == reviewer
    said = {"say_title": "Averses", "forget_title": "Rains", "upload": "PO"}
    assert draft.content["title"] == said.get(door.__name__, "FR Rains")
    desk.approve(desk.admin(), written)
    assert target_of(written).title == draft.content["title"]
    assert not target_of(written).has_unpublished_changes


def test_what_does_not_fit_is_approved_by_nobody(written: LookbookPage) -> None:
    desk.submit(people("Translators"), written)
    reviewer = people("Publishers")
    assert "at most 255" in say_title(reviewer, written, "x" * 256).json()["error"]
    state = target_of(written).current_workflow_task_state
    args = [target_of(written).pk, "approve", state.pk]
    answer = reviewer.post(reverse("wagtailadmin_pages:workflow_action", args=args))
    state.refresh_from_db()
    assert state.status == state.STATUS_IN_PROGRESS
    assert "at most 255 characters" in reviewer.get(answer["Location"]).content.decode()
    say_title(reviewer, written)
    assert desk.approve_one(reviewer, written) == "Product check"


def test_a_file_that_is_none_leaves_the_draft_alone(written: LookbookPage) -> None:
    desk.submit(people("Translators"), written)
    before = kept(written)
    url = reverse("wagtail_localize:upload_pofile", args=[desk.translation(written).pk])
    people("Publishers").post(url, {"file": SimpleUploadedFile("fr.po", b"no file")})
    assert kept(written) == before


def test_the_preview_of_a_review_is_the_draft_under_review(written: LookbookPage) -> None:
    desk.submit(people("Translators"), written)
    written.title = "Long rains"
    written.save_revision().publish()
    url = reverse(
        "wagtail_localize:update_translations", args=[desk.translation(written).source_id]
    )
    desk.post(desk.admin(), url, {})
    reviewer = people("Publishers")
    preview = reverse("wagtail_localize:preview_translation", args=[desk.translation(written).pk])
    assert reviewer.get(preview).status_code in (200, 302)
    assert json.loads(PagePreview.objects.latest("pk").content_json)["title"] == "FR Rains"
    assert people("Support").get(preview).status_code == 302
    assert PagePreview.objects.count() == 1
    desk.approve(desk.admin(), written)
    assert target_of(written).title == "FR Rains"
