"""Every block leaves resolved, at a number of statements that does not grow."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms import demo
from cms.core.blocks import BODY_BLOCKS
from cms.home.models import HomePage
from cms.lookbooks.models import LookbookPage
from tests.cms.blocks import Things, block, every, items, rail
from tests.factories import make_product

URL = "/api/v1/store/pages/"


@pytest.fixture
def home(db: None) -> HomePage:
    return demo.seed()


@pytest.fixture
def things(db: None) -> Things:
    return Things.make()


def lookbook(home: HomePage, body: list[dict[str, Any]], **more: Any) -> LookbookPage:
    page = LookbookPage(title="Rains", slug="rains", season="Rainy season", body=body, **more)
    home.add_child(instance=page)
    page.save_revision().publish()
    return page


def read(path: str = "/rains/") -> dict[str, Any]:
    answer = Client().get(URL, {"path": path})
    assert answer.status_code == 200, answer.content
    return dict(answer.json())


def values(data: dict[str, Any]) -> dict[str, Any]:
    return {each["type"]: each["value"] for each in data["body"]}


def test_every_block_leaves_with_what_it_shows(home: HomePage, things: Things) -> None:
    about = home.get_children().get(slug="about")
    lookbook(home, every(things, about.pk), cover=things.picture)
    data = read()
    found = values(data)
    assert [each["type"] for each in data["body"]] == [
        each["type"] for each in every(things, about.pk)
    ]
    assert set(found) == {name for name, _ in BODY_BLOCKS}
    assert found["hero"]["image"]["width"] == 600
    assert '<a href="/about/" rel="noopener noreferrer">to a page</a>' in found["rich_text"]["html"]
    assert found["call_to_action"]["links"] == [{"label": "Words", "url": "/about/"}]
    assert found["product_rail"]["products"][0]["slug"] == things.product.slug
    spot = found["shop_the_look"]["hotspots"][0]
    assert (spot["x"], spot["y"]) == (0.425, 0.3)
    assert spot["product"]["slug"] == things.product.slug
    assert spot["variant"]["price"]["currency"] == "NGN"
    assert found["collection_teaser"]["collection"]["slug"] == things.collection.slug
    assert found["vendor_teaser"]["vendor"]["slug"] == things.product.vendor.slug
    assert found["form"]["form"]["fields"][0]["label"] == "Your name"
    assert found["size_guide"]["rows"][0] == [
        {"text": "M"},
        {"text": "92-96", "min_mm": 920, "max_mm": 960},
    ]
    assert len(found["size_guide"]["rows"]) == 2
    assert found["video"]["src"] == "https://www.youtube-nocookie.com/embed/abcdefghijk"
    assert data["lookbook"]["cover"]["alt"] == "A look"


def count(path: str = "/rains/") -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        read(path)
    return len(caught)


def test_a_page_of_three_rails_takes_five_statements_however_many_products(
    home: HomePage, things: Things
) -> None:
    rails = [
        rail("New"),
        rail("Rains", "collection", collection=things.collection.pk),
        rail("Ours", "products", products=items(things.product.pk)),
    ]
    page = lookbook(home, rails)
    read()
    assert count() == 5
    more = [make_product() for _ in range(6)]
    page.body = [*rails, rail("Six", "products", products=items(*(each.pk for each in more)))]
    page.save_revision().publish()
    assert count() == 5


def test_a_page_of_every_block_takes_a_statement_for_each_kind_of_thing(
    home: HomePage, things: Things
) -> None:
    about = home.get_children().get(slug="about")
    lookbook(home, every(things, about.pk))
    read()
    once = count()
    assert once == 11
    page = LookbookPage.objects.get()
    page.body = [*every(things, about.pk), *every(things, about.pk), *every(things, about.pk)]
    page.save_revision().publish()
    assert count() == once


def test_a_piece_that_is_not_sold_any_more_leaves_the_look_at_once(
    home: HomePage, things: Things
) -> None:
    lookbook(home, every(things, home.pk))
    things.product.vendor.is_open = False
    things.product.vendor.save()
    found = values(read())
    assert found["shop_the_look"]["hotspots"] == []
    assert found["product_rail"]["products"] == []
    assert "vendor_teaser" not in found


def test_what_an_older_form_of_a_block_lacks_is_empty(home: HomePage) -> None:
    lookbook(home, [block("hero", {"title": "Old"}), block("faq", {}), block("gallery", {})])
    found = values(read())
    assert found["hero"]["link"] is None
    assert found["faq"]["questions"] == []
    assert found["gallery"]["images"] == []


def test_a_film_of_nobody_we_know_is_left_out(home: HomePage) -> None:
    lookbook(home, [block("video", {"url": "https://evil.example/?v=abcdefghijk"})])
    assert read()["body"] == []
