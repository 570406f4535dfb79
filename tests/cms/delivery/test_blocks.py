"""Every block leaves resolved, at a number of statements that does not grow."""

import json
import uuid
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms import demo
from cms.collections.models import CollectionPage
from cms.core.blocks import BODY_BLOCKS
from cms.home.models import HomePage
from cms.lookbooks.models import LookbookPage
from cms.vendors.models import VendorPage
from commerce.storefront.services import documents
from tests.cms.authoring.apis.calling import asking_as
from tests.cms.blocks import Things, block, every, items, rail
from tests.factories import make_category, make_product

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


def test_a_page_of_three_rails_takes_four_statements_however_many_products(
    home: HomePage, things: Things
) -> None:
    rails = [
        rail("New"),
        rail("Rains", "collection", collection=things.collection.pk),
        rail("Ours", "products", products=items(things.product.pk)),
    ]
    page = lookbook(home, rails)
    read()
    assert count() == 4
    more = [make_product() for _ in range(6)]
    page.body = [*rails, rail("Six", "products", products=items(*(each.pk for each in more)))]
    page.save_revision().publish()
    assert count() == 4


def test_a_page_of_every_block_takes_a_statement_for_each_kind_of_thing(
    home: HomePage, things: Things
) -> None:
    about = home.get_children().get(slug="about")
    lookbook(home, every(things, about.pk))
    read()
    once = count()
    assert once == 6
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


def test_a_picture_that_was_deleted_leaves_no_empty_block(home: HomePage, things: Things) -> None:
    image = {"image": things.picture.pk, "alt": "", "caption": "Gone"}
    body = [block("image", image), block("gallery", {"title": "", "images": items(image)})]
    lookbook(home, body)
    assert values(read())["image"]["image"]["width"] == 600
    answer = asking_as("Editors")("DELETE", f"images/{things.picture.pk}/")
    assert answer.status_code == 204
    assert values(read()) == {"gallery": {"title": "", "images": []}}


def test_rails_of_what_is_hidden_are_empty(home: HomePage, things: Things) -> None:
    category = make_category()
    product = make_product(categories=(category,))
    documents.rebuild(product_ids=[product.pk])
    about = {"collection": things.collection, "category": category}
    lookbook(home, [rail(kind, kind, **{kind: each.pk}) for kind, each in about.items()])
    assert all(each["value"]["products"] for each in read()["body"])
    for each in about.values():
        each.is_public = False
        each.save()
    assert [each["value"]["products"] for each in read()["body"]] == [[], []]


def test_what_an_older_form_of_a_block_lacks_is_empty(home: HomePage) -> None:
    lookbook(home, [block("hero", {"title": "Old"}), block("faq", {}), block("gallery", {})])
    found = values(read())
    assert found["hero"]["link"] is None
    assert found["faq"]["questions"] == []
    assert found["gallery"]["images"] == []


def test_a_film_of_nobody_we_know_is_left_out(home: HomePage) -> None:
    lookbook(home, [block("video", {"url": "https://evil.example/?v=abcdefghijk"})])
    assert read()["body"] == []


def test_two_blocks_of_one_id_show_their_own_products(home: HomePage, things: Things) -> None:
    other = make_product()
    documents.rebuild(product_ids=[other.pk])
    rails = [
        {**rail("One", "products", products=items(each.pk)), "id": "the-same"}
        for each in (things.product, other)
    ]
    lookbook(home, rails)
    shown = [[item["slug"] for item in each["value"]["products"]] for each in read()["body"]]
    assert shown == [[things.product.slug], [other.slug]]


ODD: list[Any] = [None, 5, -5, 2**70, True, 1.5, "", "x", [], [None, 1, "x", []], {}, {"x": None}]


def test_stored_values_of_any_shape_are_read(home: HomePage, things: Things) -> None:
    good = every(things, home.pk)
    page = lookbook(home, good)
    bodies = [[{**each, "value": odd} for each in good] for odd in ODD]
    bodies += [
        [
            {**each, "value": {**each["value"], **dict.fromkeys(each["value"], odd)}}
            for each in good
            if isinstance(each["value"], dict)
        ]
        for odd in ODD
    ]
    spot = {"variant": things.piece, "label": "Here", "y": "nan"}
    bodies += [
        [block("shop_the_look", {"image": things.picture.pk, "hotspots": items({**spot, "x": x})})]
        for x in ("abc", None, "inf", -1, 101, [])
    ]
    for body in bodies:
        LookbookPage.objects.filter(pk=page.pk).update(body=json.dumps(body))
        shown = read()["body"]
        assert all(isinstance(each["value"], dict) for each in shown), body
    assert shown[0]["value"]["hotspots"][0]["x"] == 0


def test_blocks_stored_without_an_id_have_the_same_at_each_read(
    home: HomePage, things: Things
) -> None:
    page = lookbook(home, [])
    ids: list[dict[str, Any]] = [{}, {}, {"id": "<img src=x onerror=alert(1)>"}, {"id": 7}]
    body = [{"type": "quote", "value": {"text": f"{each}"}, **each} for each in ids]
    LookbookPage.objects.filter(pk=page.pk).update(body=json.dumps(body))
    first, second = ([each["id"] for each in read()["body"]] for _ in range(2))
    assert first == second
    assert len(set(first)) == len({str(uuid.UUID(each)) for each in first}) == 4


def test_the_page_of_a_vendor_who_does_not_trade_is_shown_nowhere(
    home: HomePage, things: Things
) -> None:
    vendor = things.product.vendor
    page = VendorPage(title="Adunni", slug="adunni", vendor=vendor, show_in_menus=True)
    home.add_child(instance=page)
    page.save_revision().publish()
    lookbook(home, [block("rich_text", f'<p><a linktype="page" id="{page.pk}">her</a></p>')])
    assert (is_shown("/adunni/"), 'href="/adunni/"' in str(read())) == (True, True)
    vendor.is_open = False
    vendor.save()
    assert (is_shown("/adunni/"), "/adunni/" in str(read())) == (False, False)


def test_the_page_of_a_hidden_collection_is_shown_nowhere(home: HomePage, things: Things) -> None:
    page = CollectionPage(title="Rains", slug="wet", collection=things.collection)
    page.show_in_menus = True
    home.add_child(instance=page)
    page.save_revision().publish()
    assert is_shown("/wet/")
    things.collection.is_public = False
    things.collection.save()
    assert not is_shown("/wet/")


def is_shown(path: str) -> bool:
    """Return whether a page is read, listed below the front page, found and in the sitemap."""
    doors = [
        Client().get(URL, {"path": path}).status_code == 200,
        path in str(read("/")["children"]),
        path in Client().get("/api/v1/store/sitemap/").content.decode(),
    ]
    assert len(set(doors)) == 1, doors
    return doors[0]
