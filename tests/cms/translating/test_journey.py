"""A page goes from English into French through the admin's own screens."""

import json
import re
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from cms.lookbooks.models import LookbookPage
from tests.cms.blocks import Things, make_picture
from tests.cms.translating import desk

URL = "/api/v1/store/pages/"


def read(path: str, locale: str = "fr") -> Any:
    return Client().get(URL, {"path": path, "locale": locale})


def values(answer: Any) -> dict[str, Any]:
    assert answer.status_code == 200, answer.content
    return {each["type"]: each["value"] for each in answer.json()["body"]}


def test_a_translation_begins_as_a_draft_and_goes_live_once_its_reviewers_approve(
    page: LookbookPage, translator: Client
) -> None:
    answer = desk.begin(translator, page)
    draft = page.get_translation(desk.french())
    assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[draft.pk])
    review = reverse("submit_translation_for_review", args=[draft.pk])
    assert review in translator.get(answer["Location"]).content.decode()
    assert "0 of" in translator.get(review).content.decode()
    assert (draft.live, read("/rains/").status_code) == (False, 404)
    desk.translate(translator, page)
    assert desk.submit(translator, page).status_code == 302
    assert read("/rains-fr/").status_code == 404
    assert desk.approve(desk.admin(), page) >= 1
    found = read("/rains-fr/").json()
    assert (found["title"], found["locale"]) == ("FR Rains", "fr")
    assert found["lookbook"]["season"] == "FR Rainy season"
    assert found["alternates"] == [{"locale": "en", "path": "/rains/"}]
    english = read("/rains/", "en").json()
    assert english["alternates"] == [{"locale": "fr", "path": "/rains-fr/"}]


def test_words_are_translated_and_things_of_the_shop_are_carried_over(
    page: LookbookPage, things: Things, translator: Client, publisher: Client
) -> None:
    desk.begin(translator, page)
    desk.translate(translator, page)
    assert desk.publish(publisher, page).status_code == 302
    target = LookbookPage.objects.get(locale=desk.french())
    assert (target.cover_id, target.share_picture_id) == (things.picture.pk, things.picture.pk)
    assert strip(page.body.get_prep_value()) == strip(target.body.get_prep_value())
    found = values(read("/rains-fr/"))
    spot = found["shop_the_look"]["hotspots"][0]
    assert (spot["label"], spot["x"], spot["y"]) == ("FR Words", 0.425, 0.3)
    assert spot["product"]["slug"] == things.product.slug
    assert found["product_rail"]["title"] == "FR Words"
    assert found["faq"]["questions"][0]["question"] == "FR Words"
    assert found["gallery"]["images"][0]["caption"] == "FR Words"
    # The page they lead to is not in French: its full address names its language.
    about = f"{settings.CLIENT_URL}/about/"
    assert found["call_to_action"]["links"] == [{"label": "FR Words", "url": about}]
    assert f'<a href="{about}"' in found["rich_text"]["html"]
    assert found["rich_text"]["html"].startswith("<p>FR Words ")
    assert found["hero"]["link"]["url"] == "/about/"


def strip(body: list[dict[str, Any]]) -> Any:
    """Return stored blocks without their words; formatted text is looked at by itself."""
    found = [each for each in body if each["type"] != "rich_text"]
    return json.loads(json.dumps(found).replace("FR ", ""), object_hook=_without_gaps)


def _without_gaps(value: dict[str, Any]) -> dict[str, Any]:
    return {key: each for key, each in value.items() if each is not None}


def test_a_table_of_sizes_is_translated_in_its_words_and_not_in_its_lengths(
    page: LookbookPage, translator: Client, publisher: Client
) -> None:
    desk.begin(translator, page)
    desk.translate(translator, page)
    desk.publish(publisher, page)
    guide = values(read("/rains-fr/"))["size_guide"]
    assert guide["caption"] == "FR Words"
    assert guide["columns"] == ["FR Words", "FR Chest"]
    assert guide["rows"] == [
        [{"text": "FR M"}, {"text": "92-96", "min_mm": 920, "max_mm": 960}],
        [{"text": "FR Words"}, {"text": "97.5", "min_mm": 975, "max_mm": 975}],
    ]


def test_an_address_is_replaced_for_one_language(
    page: LookbookPage, translator: Client, publisher: Client
) -> None:
    desk.begin(translator, page)
    hero = page.body[0]
    answer = desk.replace(translator, page, f"body.{hero.id}.link_url", "/a-propos/")
    assert answer.status_code == 201
    desk.publish(publisher, page)
    assert values(read("/rains/"))["hero"]["link"]["url"] == "/a-propos/"
    assert values(read("/rains/", "en"))["hero"]["link"]["url"] == "/about/"


@pytest.mark.parametrize("key", ["x", "9" * 30, "-1", "1.5", ""])
def test_what_there_is_not_replaces_nothing(
    page: LookbookPage, translator: Client, publisher: Client, key: str
) -> None:
    desk.begin(translator, page)
    source = desk.translation(page).source
    shared = {each.context.path for each in source.overridablesegment_set.all()}
    chosen = {path for path in shared if not path.endswith("url")}
    assert {path.rpartition(".")[2] for path in chosen} >= {
        "image",
        "page",
        "form",
        "share_picture",
    }
    for path in chosen:
        assert desk.replace(translator, page, path, key).status_code == 422, path
    picture = make_picture("Another")
    assert desk.replace(translator, page, "share_picture", picture.pk).status_code == 201
    assert desk.publish(publisher, page).status_code == 302
    assert page.get_translation(desk.french()).share_picture == picture


def test_a_changed_source_reaches_the_translation_when_it_is_brought_in_step(
    page: LookbookPage, translator: Client, publisher: Client
) -> None:
    desk.begin(translator, page)
    desk.translate(translator, page)
    desk.publish(publisher, page)
    page.body = [*page.body.get_prep_value()[1:]]
    page.title = "Long rains"
    page.save_revision().publish()
    source = desk.translation(page).source
    url = reverse("wagtail_localize:update_translations", args=[source.pk])
    assert desk.post(translator, url, {"publish_translations": "on"}).status_code == 302
    assert "hero" in values(read("/rains-fr/"))
    assert desk.translation(page).get_progress()[0] - desk.translation(page).get_progress()[1] == 1
    assert desk.post(publisher, url, {"publish_translations": "on"}).status_code == 302
    found = read("/rains-fr/")
    assert "hero" not in values(found)
    assert found.json()["title"] == "Long rains"
    assert values(found)["rich_text"]["html"].startswith("<p>FR Words ")


def test_what_is_live_stays_as_it_is_while_a_new_translation_waits(
    page: LookbookPage, translator: Client, publisher: Client
) -> None:
    desk.begin(translator, page)
    desk.translate(translator, page)
    desk.publish(publisher, page)
    desk.translate(translator, page, before="NEU ")
    desk.submit(translator, page)
    assert read("/rains-fr/").json()["title"] == "FR Rains"
    desk.approve(desk.admin(), page)
    assert read("/rains-fr/").json()["title"] == "NEU Rains"


def test_a_page_goes_back_to_the_translator_and_to_review_again(
    page: LookbookPage, translator: Client
) -> None:
    desk.begin(translator, page)
    desk.submit(translator, page)
    target = page.get_translation(desk.french())
    state = target.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[target.pk, "reject", state.pk])
    desk.admin().post(url, {"comment": "Please translate the title."})
    desk.translate(translator, page)
    desk.submit(translator, page)
    desk.approve(desk.admin(), page)
    assert read("/rains-fr/").json()["title"] == "FR Rains"


def test_a_translator_neither_publishes_nor_throws_a_translation_away(
    page: LookbookPage, translator: Client, publisher: Client
) -> None:
    desk.begin(translator, page)
    # The admin answers a refusal with the way back to its front.
    assert desk.publish(translator, page)["Location"] == reverse("wagtailadmin_home")
    target = page.get_translation(desk.french())
    url = reverse("wagtail_localize:convert_to_alias", args=[target.pk])
    assert translator.post(url)["Location"] == reverse("wagtailadmin_home")
    target.refresh_from_db()
    assert (target.live, target.alias_of_id) == (False, None)


def test_who_may_not_translate_neither_begins_nor_submits(page: LookbookPage) -> None:
    stranger = desk.member("add", "change", translates=False)
    desk.begin(stranger, page)
    assert not page.has_translation(desk.french())
    desk.begin(desk.admin(), page)
    desk.submit(stranger, page)
    target = page.get_translation(desk.french())
    assert target.current_workflow_state is None


@pytest.mark.parametrize("words", ["nul\x00", "x" * 20_001])
def test_a_title_that_cannot_be_kept_is_refused(
    page: LookbookPage, translator: Client, words: str
) -> None:
    desk.begin(translator, page)
    segment = desk.translation(page).source.stringsegment_set.get(context__path="title")
    assert desk.say(translator, page, segment, words).status_code == 422
    assert desk.say(translator, page, segment, "Pluies").status_code == 201


def test_a_title_that_is_too_long_is_kept_with_what_is_wrong_like_every_other_text(
    page: LookbookPage, translator: Client
) -> None:
    desk.begin(translator, page)
    segment = desk.translation(page).source.stringsegment_set.get(context__path="title")
    answer = desk.say(translator, page, segment, "x" * 256)
    assert answer.status_code == 201
    assert "at most 255 characters (it has 256)" in answer.json()["error"]
    assert page.get_translation(desk.french()).draft_title == "Rains"
    desk.submit(translator, page)
    assert page.get_translation(desk.french()).current_workflow_state is None
    desk.say(translator, page, segment, "Pluies & vents")
    assert page.get_translation(desk.french()).draft_title == "Pluies & vents"


def test_the_editor_names_a_form_that_a_page_shows(things: Things, translator: Client) -> None:
    args = ["cms_forms", "form", things.form.pk]
    url = reverse("wagtail_localize:snippets_api_detail", args=args)
    assert translator.get(url).json()["title"] == "Write to us"
    assert Client().get(url).status_code == 302


def test_a_page_is_not_translated_before_the_one_above_it(
    page: LookbookPage, translator: Client
) -> None:
    below = LookbookPage(title="Deep", slug="deep")
    page.add_child(instance=below)
    answer = desk.begin(translator, below)
    assert (
        "Translate “Rains” into French first."
        in translator.get(answer["Location"]).content.decode()
    )
    assert not Page.objects.filter(locale=desk.french(), slug="rains").exists()


def test_a_branch_is_translated_from_the_top(page: LookbookPage, translator: Client) -> None:
    page.add_child(instance=LookbookPage(title="Deep", slug="deep"))
    desk.begin(translator, page, include_subtree="on")
    deep = Page.objects.get(locale=desk.french(), slug="deep")
    assert (deep.get_parent().slug, deep.live, deep.alias_of_id) == ("rains", False, None)


def test_a_file_of_translations_is_taken_in_and_an_unfit_one_changes_nothing(
    page: LookbookPage, translator: Client
) -> None:
    desk.begin(translator, page)
    args = [desk.translation(page).pk]
    given = translator.get(reverse("wagtail_localize:download_pofile", args=args))
    url = reverse("wagtail_localize:upload_pofile", args=args)

    def sent(said: bytes | None) -> int:
        file = {"file": SimpleUploadedFile("fr.po", said)} if said is not None else {}
        assert translator.post(url, file).status_code == 302
        return desk.translation(page).get_progress()[1]

    template = given.content.decode()
    empty = 'msgid "Rains"\nmsgstr ""'
    assert empty in template
    assert sent(None) == 0
    assert sent(b"no file of translations") == 0
    assert sent(template.replace(empty, f'msgid "Rains"\nmsgstr "{"x" * 300}"').encode()) == 0
    assert page.get_translation(desk.french()).draft_title == "Rains"
    assert sent(template.replace(empty, 'msgid "Rains"\nmsgstr "Pluies"').encode()) == 1


def test_what_does_not_fit_is_named_before_submitting(
    page: LookbookPage, translator: Client
) -> None:
    desk.begin(translator, page)
    segment = desk.translation(page).source.stringsegment_set.get(context__path="title")
    target = page.get_translation(desk.french())
    url = reverse("submit_translation_for_review", args=[target.pk])
    found = translator.get(url).content.decode()
    heading = re.search(r'<h1 class="w-header__title".*?</h1>', found, re.DOTALL)
    assert heading is not None
    assert "Submit for review" in heading[0] and "Rains" in heading[0]
    assert 'class="button">Submit for review' in found
    desk.say(translator, page, segment, "x" * 256)
    found = translator.get(url).content.decode()
    assert "at most 255 characters (it has 256)" in found
    assert 'class="button" disabled>Submit for review' in found
