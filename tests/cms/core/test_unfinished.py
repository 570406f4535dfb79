"""Drafts are kept half done; published, a block is whole, and what is missing is told at its field."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory
from wagtail.blocks import StreamValue

from cms.authoring.selectors import faults
from cms.pages.models import StandardPage
from tests.cms.authoring.pages import make_page
from tests.cms.blocks import block, make_picture, rail
from tests.cms.desk.conftest import signed_in as signed_in
from tests.factories import make_product

pytestmark = pytest.mark.django_db
HERO = {"title": "Lace", "text": "", "image": None, "link_label": "", "link_url": ""}
LINK = {"label": "Go", "page": None, "url": ""}
ACTION = {"title": "Come", "text": "", "links": [block("item", LINK)], "tone": "plain"}


def guide(*headings: str, rows: int = 0) -> dict[str, Any]:
    columns = [{"type": "text", "heading": each} for each in headings]
    said = [{"values": ["S"] * len(headings)}] * rows
    return block("size_guide", {
        "title": "Dresses", "note": "",
        "table": {"columns": columns, "rows": said, "caption": ""},
    })  # fmt: skip


UNFINISHED = [
    (rail("Ours", "vendor"), "vendor", "choose it here"),
    (rail("Ours", "products"), "products", "choose it here"),
    (block("call_to_action", ACTION), "links/0/page", "Choose a page or give an address"),
    (block("hero", HERO | {"link_url": "/about/"}), "link_label", "Say what is clicked"),
    (block("hero", HERO | {"link_label": "Go"}), "link_url", "Say where it leads"),
    (guide(), "table", "at least one column and one row"),
    (guide("Size"), "table", "at least one column and one row"),
    (guide("Size", " ", rows=1), "table", "every column a heading"),
]
each_unfinished = pytest.mark.parametrize(("stored", "place", "said"), UNFINISHED)


def page_of(stored: dict[str, Any]) -> StandardPage:
    page = make_page()
    page.body = StreamValue(page.body.stream_block, [stored], is_lazy=True)
    return page


@each_unfinished
def test_a_draft_may_wait_for_the_rest(stored: dict[str, Any], place: str, said: str) -> None:
    body = page_of(stored).body
    kept = body.stream_block.clean_deferred(body)
    assert body.stream_block.get_prep_value(kept)[0]["value"] == stored["value"]


@each_unfinished
def test_what_is_missing_is_told_at_its_field(
    stored: dict[str, Any], place: str, said: str
) -> None:
    (found,) = faults.of_page(page_of(stored))
    assert found["pointer"] == f"/body/0/value/{place}" and said in found["detail"]


def test_a_page_is_saved_while_a_rail_waits_for_its_vendor(signed_in: Any) -> None:
    editor, page = signed_in("Editors"), make_page()
    answer = editor.post(f"/admin/pages/{page.pk}/edit/", _rail_form(page))
    assert answer.status_code == 302
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().body[0].value["source"] == "vendor"
    refused = editor.post(
        f"/admin/pages/{page.pk}/edit/", _rail_form(page, **{"action-submit": "1"})
    )
    assert "The source is a vendor: choose it here." in refused.content.decode()


def test_a_preview_shows_what_is_there() -> None:
    page = make_page()
    said = [block("quote", {"text": "Cloth speaks."}), *(stored for stored, _, _ in UNFINISHED)]
    page.body = StreamValue(page.body.stream_block, said, is_lazy=True)
    url = page.get_preview_url(RequestFactory().get("/"), page.create_page_preview().token)
    asked = {name: each[0] for name, each in parse_qs(urlsplit(url).query).items()}
    answer = Client().get("/api/v1/store/preview/", asked)
    assert answer.status_code == 200 and "Cloth speaks." in answer.content.decode()
    assert Client().get("/client/preview/", asked).status_code == 200


def _rail_form(page: StandardPage, **more: str) -> dict[str, str]:
    at = "body-0-value"
    return {
        "title": "Rails", "slug": page.slug, "seo_title": "", "search_description": "",
        "body-count": "1", "body-0-deleted": "", "body-0-order": "0",
        "body-0-type": "product_rail", "body-0-id": "",
        f"{at}-title": "Ours", f"{at}-source": "vendor", f"{at}-limit": "8",
        f"{at}-products-count": "0", f"{at}-collection": "", f"{at}-category": "",
        f"{at}-vendor": "", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0", "comments-MAX_NUM_FORMS": "", **more,
    }  # fmt: skip


def test_a_look_takes_pieces_and_a_rail_products() -> None:
    product = make_product(title="Amina gown", options={"size": ["S", "M"]})
    piece, picture, made = product.children.first(), make_picture(), make_page()
    for stored, said in (
        (look(picture, product), "comes in sizes or colours"),
        (rail("Ours", "products", products=[block("item", piece.pk)]), "choose its product"),
    ):
        body = StreamValue(made.body.stream_block, [stored], is_lazy=True)
        with pytest.raises(ValidationError) as refusal:
            body.stream_block.clean_deferred(body)
        assert said in str(refusal.value.as_json_data())
    right = StreamValue(made.body.stream_block, [look(picture, piece)], is_lazy=True)
    assert right.stream_block.clean(right)


def look(picture: Any, piece: Any) -> dict[str, Any]:
    spot = {"variant": piece.pk, "x": "50.0", "y": "50.0", "label": ""}
    return block("shop_the_look", {
        "title": "", "image": picture.pk, "alt": "", "hotspots": [block("item", spot)],
    })  # fmt: skip
