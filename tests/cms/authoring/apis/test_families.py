"""A page of every family is written, published and read over Wagtail's API."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from cms import demo
from tests.cms.authoring.apis.calling import asking_as
from tests.cms.authoring.apis.test_shapes import FAMILIES, _bare
from tests.cms.blocks import Things, every

pytestmark = pytest.mark.django_db
WRITTEN = [each for each in FAMILIES if each._meta.model_name != "homepage"]


def blocks(things: Things, page_id: int) -> list[dict[str, Any]]:
    """Return one block of each kind; a gallery has two pictures."""
    found = [{"type": e["type"], "value": _bare(e["value"])} for e in every(things, page_id)]
    gallery = next(each["value"] for each in found if each["type"] == "gallery")
    gallery["images"] = [gallery["images"][0], {**gallery["images"][0], "caption": "Again"}]
    return found


def fields(things: Things) -> dict[str, dict[str, Any]]:
    """Return what each family has of its own."""
    picture = things.picture.pk
    return {
        "CollectionPage": {"collection_id": things.collection.pk},
        "VendorPage": {"vendor_id": things.product.vendor_id},
        "PolicyPage": {"kind": "returns", "effective_on": "2026-03-01"},
        "SizeGuidePage": {"vendor_id": things.product.vendor_id, "category_id": None},
        "LookbookPage": {"season": "Rains", "introduction": "Wet", "cover_id": picture},
        "JournalIndexPage": {"introduction": "News"},
        "ArticlePage": {"standfirst": "Short", "author": "Ada", "cover_id": picture},
    }


@pytest.mark.parametrize("family", WRITTEN, ids=lambda each: each.__name__)
def test_a_page_is_written_published_and_served(family: Any) -> None:
    home, things = demo.seed(), Things.make()
    own = fields(things).get(family.__name__, {})
    parent: Page = home
    ask = asking_as("Publishers")
    if family.__name__ == "ArticlePage":
        index = {"type": "cms_journal.JournalIndexPage", "parent_id": home.pk, "action": "publish"}
        made = ask("POST", "pages/", {"title": "Journal", "meta": index}).json()
        parent = Page.objects.get(pk=made["id"])
    sent = {
        "title": "Written", "slug": "written", "share_picture_id": things.picture.pk,
        "is_noindex": True, "body": blocks(things, home.pk), **own,
        "meta": {"type": family._meta.label, "parent_id": parent.pk, "action": "publish"},
    }  # fmt: skip
    answer = ask("POST", "pages/", sent)
    assert answer.status_code == 201, answer.content
    page = family.objects.get(slug="written")
    assert page.live
    read = ask("GET", f"pages/{page.pk}/").json()
    for name, value in {**own, "share_picture_id": things.picture.pk}.items():
        of = read[name.removesuffix("_id")]
        assert (of["id"] if name.endswith("_id") and of else of) == value, name
    bare = [{"type": e["type"], "value": e["value"]} for e in read["body"]]
    assert [each["type"] for each in bare] == [each["type"] for each in sent["body"]]
    answer = ask("PATCH", f"pages/{page.pk}/", {"title": "Anew", "body": read["body"]})
    assert answer.status_code == 200, answer.content
    assert answer.json()["body"] == read["body"]
    path = "/" + page.url_path.split("/", 2)[2]
    shown = Client().get("/api/v1/store/pages/", {"path": path}).json()
    assert shown["type"] == family.api_type
    assert {each["type"] for each in shown["body"]} == {each["type"] for each in bare}
