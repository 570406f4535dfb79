"""A text that does not fit its place is said so to its translator, and stands in no page."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from cms.forms.models import Form
from cms.lookbooks.models import LookbookPage
from cms.pages.models import StandardPage
from tests.cms.blocks import make_picture
from tests.cms.translating import desk

URL = "/api/v1/store/pages/"
Find = Callable[[str], str]


@pytest.fixture
def find(page: LookbookPage, translator: Client) -> Find:
    """Begin the translation; answer the path of a text of the first block of a kind."""
    desk.begin(translator, page)

    def path(name: str) -> str:
        kind, _, inner = name.partition(".")
        if kind not in {each.block_type for each in page.body}:
            return name
        start = next(f"body.{each.id}." for each in page.body if each.block_type == kind)
        rows = desk.translation(page).source.stringsegment_set.order_by("order")
        paths = rows.filter(context__path__startswith=start).values_list("context__path", flat=True)
        return next(str(each) for each in paths if each.endswith(inner))

    return path


def say(client: Client, page: Any, path: str, words: str) -> Any:
    segment = desk.translation(page).source.stringsegment_set.get(context__path=path)
    answer = desk.say(client, page, segment, words)
    assert answer.status_code in (200, 201), answer.content
    return answer.json()


def read(path: str = "/rains/") -> Any:
    return Client().get(URL, {"path": path, "locale": "fr"})


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("season", 60),
        ("hero.title", 120),
        ("quote.text", 600),
        ("faq.question", 200),
        ("gallery.caption", 200),
        ("call_to_action.label", 60),
    ],
)
def test_each_text_is_held_to_its_own_place(
    page: LookbookPage, translator: Client, find: Find, name: str, most: int
) -> None:
    path = find(name)
    assert say(translator, page, path, "é" * most)["error"] is None
    said = say(translator, page, path, "é" * (most + 1))
    assert str(most) in said["error"]
    assert str(most + 1) in said["error"]
    assert say(translator, page, path, "&" * most)["error"] is None


def test_a_text_that_must_be_there_is_not_blank(
    page: LookbookPage, translator: Client, find: Find
) -> None:
    assert "required" in say(translator, page, find("hero.title"), "   ")["error"]
    assert "required" in say(translator, page, "title", "   ")["error"]


def test_the_editor_shows_why(page: LookbookPage, translator: Client, find: Find) -> None:
    say(translator, page, find("hero.title"), "x" * 121)
    edit = reverse("wagtailadmin_pages:edit", args=[page.get_translation(desk.french()).pk])
    assert "at most 120 characters (it has 121)" in translator.get(edit).content.decode()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//elsewhere.example", "about us"])
def test_an_address_keeps_its_form(
    page: LookbookPage, translator: Client, find: Find, address: str
) -> None:
    hero = page.body[0]
    answer = desk.replace(translator, page, f"body.{hero.id}.link_url", address)
    kept = desk.translation(page).source.overridablesegment_set.get_overrides(desk.french()).get()
    assert answer.json()["error"] == kept.field_error != ""
    answer = desk.replace(translator, page, f"body.{hero.id}.link_url", "/a-propos/")
    assert answer.json()["error"] is None


def test_nothing_unfit_is_published_or_submitted_until_it_is_put_right(
    page: LookbookPage, translator: Client, publisher: Client, find: Find
) -> None:
    desk.translate(translator, page)
    path = find("hero.title")
    say(translator, page, path, "x" * 121)
    desk.publish(publisher, page)
    assert read("/rains-fr/").status_code == 404
    edit = reverse("wagtailadmin_pages:edit", args=[page.get_translation(desk.french()).pk])
    assert "Nothing was published" in publisher.get(edit).content.decode()
    desk.submit(translator, page)
    target = page.get_translation(desk.french())
    assert (target.live, target.current_workflow_state) == (False, None)
    say(translator, page, path, "x" * 120)
    desk.publish(publisher, page)
    assert read("/rains-fr/").json()["body"][0]["value"]["title"] == "x" * 120


def test_what_an_older_version_let_in_is_found_when_it_is_to_be_published(
    page: LookbookPage, translator: Client, publisher: Client, find: Find
) -> None:
    desk.translate(translator, page)
    rows = StringTranslation.objects.filter(context__path=find("hero.title"))
    rows.update(data="x" * 121, has_error=False, field_error="")
    desk.publish(publisher, page)
    assert read("/rains-fr/").status_code == 404
    assert rows.get().has_error


def test_bringing_in_step_does_not_publish_what_is_unfit(
    page: LookbookPage, translator: Client, publisher: Client, find: Find
) -> None:
    desk.translate(translator, page)
    desk.publish(publisher, page)
    before = read("/rains-fr/").json()
    say(translator, page, find("hero.title"), "x" * 121)
    page.season = "Dry season"
    page.save_revision().publish()
    url = reverse("wagtail_localize:update_translations", args=[desk.translation(page).source.pk])
    desk.post(publisher, url, {"publish_translations": "on"})
    assert read("/rains-fr/").json() == before
    desk.post(publisher, url, {})
    assert read("/rains-fr/").json() == before


def test_a_file_of_translations_is_held_to_the_same(
    page: LookbookPage, translator: Client, find: Find
) -> None:
    args = [desk.translation(page).pk]
    given = translator.get(reverse("wagtail_localize:download_pofile", args=args)).content.decode()
    full = given.replace(
        'msgid "Rainy season"\nmsgstr ""', f'msgid "Rainy season"\nmsgstr "{"x" * 61}"'
    )
    file = {"file": SimpleUploadedFile("fr.po", full.encode())}
    translator.post(reverse("wagtail_localize:upload_pofile", args=args), file)
    kept = StringTranslation.objects.get(context__path="season")
    assert (kept.has_error, "60" in kept.field_error) == (True, True)


def test_broken_markup_stays_an_error(page: LookbookPage, translator: Client, find: Find) -> None:
    path = f"body.{next(each.id for each in page.body if each.block_type == 'rich_text')}"
    segment = desk.translation(page).source.stringsegment_set.filter(context__path=path).first()
    assert desk.say(translator, page, segment, '<a id="a9">x</a>').json()["error"]
    desk.publish(desk.admin(), page)
    assert StringTranslation.objects.get(context__path=path).has_error


@pytest.mark.parametrize("kind", ["share_picture", "image", "page", "form"])
def test_what_was_deleted_after_it_was_chosen_is_named_and_breaks_nothing(
    page: LookbookPage, translator: Client, publisher: Client, find: Find, kind: str
) -> None:
    others: dict[str, Any] = {
        "page": lambda: page.get_parent().add_child(instance=StandardPage(title="X", slug="x")),
        "form": lambda: Form.objects.create(title="Other"),
    }
    other = others.get(kind, lambda: make_picture("Other"))()
    shared = desk.translation(page).source.overridablesegment_set.all()
    path = next(
        each.context.path
        for each in shared.select_related("context")
        if each.context.path.rpartition(".")[2] == kind
    )
    assert desk.replace(translator, page, path, other.pk).status_code == 201
    other.delete()
    target = page.get_translation(desk.french())
    edit = reverse("wagtailadmin_pages:edit", args=[target.pk])
    shown = reverse("wagtail_localize:preview_translation", args=[desk.translation(page).pk])
    assert translator.get(shown).status_code in (200, 302)
    assert desk.publish(publisher, page).status_code == 302
    said = publisher.get(edit).content.decode()
    name = {"share_picture": "Share picture"}.get(kind, kind.capitalize())
    assert f"{name} — What was chosen here was deleted" in said
    source = desk.translation(page).source
    url = reverse("wagtail_localize:update_translations", args=[source.pk])
    assert desk.post(publisher, url, {"publish_translations": "on"}).status_code == 302
    assert not page.get_translation(desk.french()).live
    segment = source.overridablesegment_set.get(context__path=path)
    args = [desk.translation(page).pk, segment.pk]
    assert (
        translator.delete(reverse("wagtail_localize:edit_override", args=args)).status_code == 200
    )
    desk.publish(publisher, page)
    assert page.get_translation(desk.french()).live
