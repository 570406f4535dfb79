"""Translators read and write texts as they are; what is kept is markup, and stays the same."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from cms.home.models import HomePage
from cms.lookbooks.models import LookbookPage
from cms.translating import wording
from tests.cms.blocks import block
from tests.cms.delivery.test_scripts import PAYLOADS
from tests.cms.translating import desk

TEXT = "Lace & silk: I <3"


@pytest.fixture
def worded(home: HomePage) -> LookbookPage:
    found = LookbookPage(
        title=TEXT, slug="lace", season="O'Neil & Sons",
        body=[block("rich_text", "<p>Lace &amp; <b>silk</b>: I &lt;3</p>"),
              block("quote", {"text": "One\nTwo", "attribution": ""})],
    )  # fmt: skip
    home.add_child(instance=found)
    desk.begin(desk.admin(), found)
    return found


def props(client: Client, page: LookbookPage) -> Any:
    target = page.get_translation(desk.french())
    html = client.get(reverse("wagtailadmin_pages:edit", args=[target.pk])).content
    found = BeautifulSoup(html, "html.parser").select_one(".js-translation-editor")
    assert found is not None
    return json.loads(str(found["data-props"]))


def test_sources_are_shown_as_they_were_written(worded: LookbookPage) -> None:
    shown = [each.get("source") for each in props(desk.admin(), worded)["segments"]]
    assert {TEXT, "O'Neil & Sons", "Lace & <b>silk</b>: I <3", "One<br>Two"} <= set(shown)


def test_what_a_translator_writes_is_what_visitors_and_the_editor_show(
    worded: LookbookPage,
) -> None:
    said = {
        TEXT: "Dentelle & <soie> &amp; <3",
        "Lace & <b>silk</b>: I <3": "Dentelle & <b>soie</b> <3",
        "One<br>Two": "Un<br>Deux",
    }
    admin = desk.admin()
    for each in props(admin, worded)["segments"]:
        words = said.get(each.get("source"))
        if words:
            segment = desk.translation(worded).source.stringsegment_set.get(pk=each["id"])
            assert desk.say(admin, worded, segment, words).json()["data"] == words
    kept = [each["data"] for each in props(admin, worded)["initialStringTranslations"]]
    assert set(kept) == set(said.values())
    desk.publish(admin, worded)
    target = worded.get_translation(desk.french())
    assert (target.title, target.draft_title) == (said[TEXT], said[TEXT])
    assert "Dentelle &amp; <b>soie</b> &lt;3" in target.body[0].value.source
    assert target.body[1].value["text"] == "Un\nDeux"


def test_a_text_of_another_page_or_person_is_not_kept(worded: LookbookPage, home: HomePage) -> None:
    other = LookbookPage(title="Other", slug="other")
    home.add_child(instance=other)
    desk.begin(desk.admin(), other)
    segment = desk.translation(other).source.stringsegment_set.first()
    assert desk.say(desk.admin(), worded, segment, "Autre").status_code == 404
    assert desk.say(desk.member(), other, segment, "Autre").status_code == 403
    assert desk.translation(other).get_progress()[1] == 0


@pytest.mark.parametrize("said", [*PAYLOADS, TEXT, "a &amp; b", "&copy &lt", "<", "x <b", "&#"])
def test_nothing_is_lost_between_what_is_kept_and_what_is_shown(said: str) -> None:
    data = wording.kept(said, plain=True)
    assert wording.shown(data, plain=True) == said
    shown = wording.shown(data, plain=False)
    assert str(BeautifulSoup(shown, "html.parser")) == data
