"""No door of the API publishes a draft that the editor's form would refuse."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from cms.pages.models import StandardPage
from tests.cms.authoring.apis.calling import Ask, asking_as
from tests.cms.authoring.pages import make_page
from tests.cms.blocks import make_picture

pytestmark = pytest.mark.django_db
QUOTE = {"type": "quote", "value": {"text": "Cloth speaks.", "attribution": "Ada"}}
BROKEN = [
    ({"type": "quote", "value": {"text": ""}}, "/text"),
    ({"type": "image", "value": {"image": None}}, "/image"),
    ({"type": "hero", "value": {"text": "No title"}}, "/title"),
    ({"type": "hero", "value": {}}, "/title"),
    (
        {"type": "faq", "value": {"questions": [{"question": "", "answer": "So."}]}},
        "/questions/0/question",
    ),
    ({"type": "gallery", "value": {"images": []}}, "/images"),
]


def published_by_action(ask: Ask, page: Page) -> Any:
    return ask("POST", f"pages/{page.pk}/actions/publish/")


def published_by_patch(ask: Ask, page: Page) -> Any:
    return ask("PATCH", f"pages/{page.pk}/", {"meta": {"action": "publish"}})


def published_with_a_word(ask: Ask, page: Page) -> Any:
    return ask("PATCH", f"pages/{page.pk}/", {"title": "Anew", "meta": {"action": "publish"}})


DOORS = pytest.mark.parametrize(
    "publish", [published_by_action, published_by_patch, published_with_a_word]
)


def served(page: Page) -> int:
    return Client().get("/api/v1/store/pages/", {"path": f"/{page.slug}/"}).status_code


@DOORS
@pytest.mark.parametrize(("block", "place"), BROKEN)
def test_a_draft_that_lacks_something_is_not_published(
    publish: Any, block: dict[str, Any], place: str
) -> None:
    page, ask = make_page(), asking_as("Publishers")
    answer = ask("PATCH", f"pages/{page.pk}/", {"body": [QUOTE, block]})
    assert answer.status_code == 200, answer.content
    before = page.revisions.count()
    answer = publish(ask, page)
    assert answer.status_code == 422, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    pointers = [each["pointer"] for each in answer.json()["errors"]]
    assert pointers == [f"/body/1/value{place}"]
    page.refresh_from_db()
    assert not page.live and page.first_published_at is None
    assert page.title == "Care of adire"
    assert page.revisions.count() == before
    assert served(page) == 404


@DOORS
def test_a_whole_draft_is_published(publish: Any) -> None:
    page, ask = make_page(), asking_as("Publishers")
    assert ask("PATCH", f"pages/{page.pk}/", {"body": [QUOTE]}).status_code == 200
    answer = publish(ask, page)
    assert answer.status_code == 200, answer.content
    page.refresh_from_db()
    assert page.live and served(page) == 200


@DOORS
def test_a_published_page_stays_as_it_was(publish: Any) -> None:
    page, ask = make_page(), asking_as("Publishers")
    assert ask("PATCH", f"pages/{page.pk}/", {"body": [QUOTE]}).status_code == 200
    assert published_by_action(ask, page).status_code == 200
    empty = {"type": "quote", "value": {"text": ""}}
    assert ask("PATCH", f"pages/{page.pk}/", {"body": [empty]}).status_code == 200
    assert publish(ask, page).status_code == 422
    live = StandardPage.objects.get(pk=page.pk)
    assert live.body[0].value["text"] == "Cloth speaks."
    assert live.has_unpublished_changes


@DOORS
def test_a_picture_that_was_deleted_since_is_missed(publish: Any) -> None:
    page, ask, picture = make_page(), asking_as("Publishers"), make_picture()
    block = {"type": "image", "value": {"image": picture.pk, "alt": "", "caption": ""}}
    assert ask("PATCH", f"pages/{page.pk}/", {"body": [block]}).status_code == 200
    picture.delete()
    answer = publish(ask, page)
    assert answer.status_code == 422, answer.content
    assert answer.json()["errors"][0]["pointer"] == "/body/0/value/image"


@DOORS
def test_a_field_of_the_page_that_does_not_fit_is_refused(publish: Any) -> None:
    page = make_page()
    page.seo_title = "x" * 300
    page.save_revision(clean=False)
    answer = publish(asking_as("Publishers"), page)
    assert answer.status_code == 422, answer.content
    page.refresh_from_db()
    assert not page.live
    if publish is published_by_action:
        assert [each["pointer"] for each in answer.json()["errors"]] == ["/seo_title"]


@DOORS
def test_who_may_not_publish_hears_of_that_first(publish: Any) -> None:
    page, ask = make_page(), asking_as("Editors")
    broken = {"type": "quote", "value": {"text": ""}}
    assert ask("PATCH", f"pages/{page.pk}/", {"body": [broken]}).status_code == 200
    assert publish(ask, page).status_code == 403


@pytest.mark.parametrize("key", ["null,null", "x", "1.5", "-1", "9" * 40, "%00"])
def test_a_page_that_is_no_number_is_no_error_of_the_server(key: str) -> None:
    ask = asking_as("Publishers")
    for method, path, body in (
        ("POST", f"pages/{key}/actions/publish/", None),
        ("PATCH", f"pages/{key}/", {"title": "X", "meta": {"action": "publish"}}),
    ):
        assert ask(method, path, body).status_code in (404, 422), (method, key)
