"""A translation that begins over what visitors see changes nothing for them before it is published."""

from typing import Any

from django.test import Client
from django.urls import reverse

from cms.lookbooks.models import LookbookPage
from tests.cms.translating import desk

URL = "/api/v1/store/pages/"


def read(path: str, locale: str = "fr") -> dict[str, Any]:
    answer = Client().get(URL, {"path": path, "locale": locale})
    assert answer.status_code == 200, answer.content
    return answer.json()


def as_alias(page: LookbookPage) -> LookbookPage:
    """Have a published translation be thrown away for a copy."""
    target = page.get_translation(desk.french())
    url = reverse("wagtail_localize:convert_to_alias", args=[target.pk])
    assert desk.post(desk.admin(), url, {}).status_code == 302
    target.refresh_from_db()
    assert target.live and target.alias_of_id == page.pk
    return target


def again(page: LookbookPage) -> LookbookPage:
    return LookbookPage.objects.get(translation_key=page.translation_key, locale=desk.french())


def test_texts_nobody_reviewed_stay_out_of_a_copy_that_visitors_see(page: LookbookPage) -> None:
    desk.begin(desk.admin(), page)
    translator = desk.member("add", "change")
    desk.translate(translator, page)
    target = as_alias(page)
    path = f"/{target.slug}/"
    before = read(path)
    assert (before["title"], before["locale"]) == ("Rains", "en")
    assert "FR " not in str(before["body"])
    desk.begin(translator, page)
    found = read(path)
    assert found == before
    target = again(page)
    assert (target.alias_of_id, target.live, target.has_unpublished_changes) == (None, True, True)
    draft = target.get_latest_revision_as_object()
    assert (draft.title, draft.season) == ("FR Rains", "FR Rainy season")
    assert "FR Words" in str(draft.body.get_prep_value())


def test_once_it_is_approved_they_read_it(page: LookbookPage) -> None:
    desk.begin(desk.admin(), page)
    translator = desk.member("add", "change")
    desk.translate(translator, page)
    as_alias(page)
    desk.begin(translator, page)
    desk.submit(translator, page)
    assert desk.approve(desk.admin(), page) == 2
    found = read("/rains-fr/")
    assert (found["title"], found["locale"]) == ("FR Rains", "fr")
    assert "FR Words" in str(found["body"])
    assert found["seo"]["title"] == "FR Rains"


def test_a_live_translation_below_a_page_that_is_translated_again_stays(page: LookbookPage) -> None:
    below = LookbookPage(title="Deep", slug="deep", season="Dry season")
    page.add_child(instance=below)
    below.save_revision().publish()
    translator = desk.member("add", "change")
    desk.begin(desk.admin(), page, include_subtree="on")
    desk.publish(desk.admin(), page)
    desk.publish(desk.admin(), below)
    as_alias(page)
    desk.translate(translator, below, before="NEU ")
    before = read("/rains/deep/")
    desk.begin(translator, page, include_subtree="on")
    assert read("/rains/deep/") == before
    assert again(below).get_latest_revision_as_object().title == "NEU Deep"
