"""The draft of a story is seen by its token on the page of its product."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client, RequestFactory

from cms.stories.models import ProductStory
from tests.cms.blocks import block, make_picture
from tests.cms.stories.making import opened, quote, seen, sold, told
from tests.factories import make_product

pytestmark = pytest.mark.django_db


def asked(story: ProductStory) -> dict[str, str]:
    preview = story.create_page_preview()
    url = story.get_preview_url(RequestFactory().get("/"), preview.token)
    return {name: each[0] for name, each in parse_qs(urlsplit(url).query).items()}


def read(story: ProductStory, **more: str) -> Any:
    return Client().get("/api/v1/store/preview/", {**asked(story), **more})


def test_a_draft_shows_the_product_as_it_would_be_told() -> None:
    product = sold(slug="a-shirt", title="A shirt")
    story = told(product, body=[quote("Live")])
    story.body, story.seo_title, story.ironing = [quote("Draft")], "Draft title", "iron_not"
    answer = read(story)
    data = answer.json()
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
    assert asked(story)["content_type"] == "cms_stories.productstory"
    assert (data["type"], data["path"], data["title"]) == (
        "product_story",
        "/products/a-shirt/",
        "A shirt",
    )
    assert [each["type"] for each in data["body"]] == ["quote", "care"]
    assert data["product"]["content"] == data["body"]
    assert data["product"]["seo"]["title"] == data["seo"]["title"] == "Draft title"
    assert data["product"].keys() == seen(product).json().keys()
    assert seen(product).json()["content"][0]["value"]["text"] == "Live"
    story.save_revision().publish()
    after = seen(product).json()
    assert {**data["product"], "recommended": []} == {**after, "recommended": []}


def test_a_product_that_is_not_sold_has_a_preview_all_the_same() -> None:
    story = opened(make_product(slug="unsold"))
    story.body = [quote("Soon")]
    data = read(story, currency="USD").json()
    assert (data["product"], data["path"]) == (None, "/products/unsold/")
    assert data["body"][0]["value"]["text"] == "Soon"


def test_a_story_without_its_product_has_a_preview_all_the_same() -> None:
    product = make_product(title="Gone")
    story = opened(product)
    query = asked(story)
    product.delete()
    answer = Client().get("/api/v1/store/preview/", query)
    assert (answer.status_code, answer.json()["title"]) == (200, "Gone")


def test_the_reader_shows_title_picture_blocks_and_care() -> None:
    product, picture = sold(title="A <shirt>"), make_picture()
    story = opened(product)
    story.body = [quote("A < B")]
    story.gallery = [block("picture", {"image": picture.pk, "alt": "Indigo", "caption": ""})]
    story.washing, story.care_words = "wash_30", "Alone & cold"
    page = Client().get("/client/preview/", asked(story))
    text = page.content.decode()
    assert page.status_code == 200
    for each in ("A &lt; B", 'alt="Indigo"', 'data-care="wash_30"', "Alone &amp; cold", "₦10,000"):
        assert each in text
    assert "<shirt>" not in text


def test_the_preview_of_a_page_does_not_change_its_shape() -> None:
    from cms import demo

    home = demo.seed()
    answer = Client().get(
        "/client/preview/",
        {"content_type": "cms_home.homepage", "token": home.create_page_preview().token},
    )
    assert answer.status_code == 200
