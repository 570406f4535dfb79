"""What a page or a block does not have is refused with its place: no word is lost in silence."""

from typing import Any

import pytest

from cms import demo
from cms.pages.models import StandardPage
from tests.cms.authoring.apis.calling import asking_as
from tests.cms.authoring.apis.test_families import WRITTEN, fields
from tests.cms.authoring.pages import home, make_page
from tests.cms.blocks import Things, every, items

pytestmark = pytest.mark.django_db
ASKED = {"question": "How?", "answer": "So."}
LINK = {"label": "Go", "page": None, "url": "/about/"}


def faq(*questions: Any) -> dict[str, Any]:
    return {"type": "faq", "value": {"title": "Asked", "questions": list(questions)}}


def stored(page: StandardPage) -> Any:
    return StandardPage.objects.get(pk=page.pk).get_latest_revision().content["body"]


@pytest.mark.parametrize(
    ("body", "pointers"),
    [
        ({"unknown": 1}, ["/unknown"]),
        ({"a/b~c": 1}, ["/a~1b~0c"]),
        ({"share_picture": 5}, ["/share_picture"]),
        ({"meta": {"words": 1}}, ["/meta/words"]),
        (
            {"body": [faq(*items(ASKED))]},
            [f"/body/0/value/questions/0/{each}" for each in ("type", "value", "id")],
        ),
        ({"body": [faq(ASKED, {**ASKED, "more": "x"})]}, ["/body/0/value/questions/1/more"]),
        ({"body": [faq("How?")]}, ["/body/0/value/questions/0"]),
        ({"body": [{"type": "faq", "value": {"questions": {}}}]}, ["/body/0/value/questions"]),
        ({"body": [{"type": "hero", "value": []}]}, ["/body/0/value"]),
        (
            {"body": [{"type": "hero", "value": {"title": "x", "words": "y"}}]},
            ["/body/0/value/words"],
        ),
        ({"body": [{"type": "rich_text", "value": "<p>x</p>", "words": "y"}]}, ["/body/0/words"]),
        (
            {
                "body": [
                    {"type": "quote", "value": {"text": "x"}},
                    {
                        "type": "call_to_action",
                        "value": {"title": "x", "links": [{**LINK, "href": "/x/"}]},
                    },
                ]
            },
            ["/body/1/value/links/0/href"],
        ),
    ],
)
def test_what_is_unknown_is_refused_at_its_place(body: Any, pointers: list[str]) -> None:
    page, ask = make_page(), asking_as("Editors")
    before, revisions = stored(page), page.revisions.count()
    answer = ask("PATCH", f"pages/{page.pk}/", {"title": "Anew", **body})
    assert answer.status_code == 422, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    assert [each["pointer"] for each in answer.json()["errors"]] == pointers
    assert stored(page) == before and page.revisions.count() == revisions
    meta = {"type": "cms_pages.StandardPage", "parent_id": home().pk, **body.get("meta", {})}
    answer = ask("POST", "pages/", {"title": "New", "slug": "new", **body, "meta": meta})
    assert answer.status_code == 422, answer.content
    assert [each["pointer"] for each in answer.json()["errors"]] == pointers
    assert not StandardPage.objects.filter(slug="new").exists()


def test_a_thousand_unknown_keys_are_told_of_in_part() -> None:
    page, ask = make_page(), asking_as("Editors")
    answer = ask("PATCH", f"pages/{page.pk}/", {f"{n}-{'x' * 500}": n for n in range(1000)})
    assert answer.status_code == 422
    assert len(answer.content) < 10_000


def test_a_page_that_is_not_there_has_no_keys() -> None:
    ask = asking_as("Editors")
    assert ask("PATCH", "pages/987654/", {"unknown": 1}).status_code == 404
    for kind in ("nothing.Nothing", ["x"], None, "wagtailcore.Page"):
        meta = {"type": kind, "parent_id": home().pk}
        assert ask("POST", "pages/", {"title": "x", "meta": meta}).status_code == 422


@pytest.mark.parametrize("family", WRITTEN, ids=lambda each: each.__name__)
def test_a_page_with_every_block_is_written_back_as_it_was_read(family: Any) -> None:
    front, things = demo.seed(), Things.make()
    own = fields(things).get(family.__name__, {})
    page = family(title="Read", slug="read", live=False, share_picture=things.picture, **own)
    page.body = every(things, front.pk)
    front.add_child(instance=page)
    page.save_revision()
    ask = asking_as("Publishers")
    read = ask("GET", f"pages/{page.pk}/?version=draft").json()
    assert len(read["body"]) == len(every(things, front.pk))
    # An answer that was stored as bare words comes back as a paragraph, and stays one.
    for _ in range(2):
        before, answer = read, ask("PATCH", f"pages/{page.pk}/", read)
        assert answer.status_code == 200, answer.content
        read = ask("GET", f"pages/{page.pk}/?version=draft").json()
    assert read == before == answer.json()
    publishing = {**read, "meta": {**read["meta"], "action": "publish"}}
    gallery = next(each for each in read["body"] if each["type"] == "gallery")["value"]
    gallery["images"] *= 2
    answer = ask("PATCH", f"pages/{page.pk}/", publishing)
    assert answer.status_code == 200, answer.content
    assert answer.json()["body"] == read["body"]
    page.refresh_from_db()
    assert page.live and page.share_picture_id == things.picture.pk
