"""What is published of a story is what shoppers read, at once and nothing else."""

from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from cms.publishing.services import schedule
from cms.stories.models import ProductStory
from commerce.storefront.models import ProductContent
from commerce.storefront.services import documents
from common.outbox.models import OutboxEvent
from tests.cms.blocks import block, make_picture
from tests.cms.stories.making import (
    again,
    events,
    opened,
    quote,
    seen,
    sold,
    texts,
    told,
)

pytestmark = pytest.mark.django_db


def publish_scheduled() -> None:
    call_command("publish_scheduled", stdout=StringIO())


def keep_schedule() -> None:
    schedule.keep(at=timezone.now())


def test_a_draft_is_read_by_nobody_and_a_publication_by_all_at_once() -> None:
    product = sold()
    story = opened(product)
    story.body = [quote("A draft")]
    story.save_revision()
    before = seen(product)
    assert (before.json()["content"], before.json()["content_locale"]) == ([], None)
    again(story).get_latest_revision().publish()
    after = seen(product)
    assert after.json()["content"][0]["value"] == {"text": "A draft", "attribution": ""}
    assert after.json()["content_locale"] == "en"
    assert after["ETag"] != before["ETag"]


def test_what_is_written_after_a_publication_waits_for_the_next() -> None:
    product = sold()
    story = told(product, body=[quote("First")])
    story.body = [quote("Second")]
    revision = story.save_revision()
    assert texts(product) == ["First"]
    revision.publish()
    assert texts(product) == ["Second"]


@pytest.mark.parametrize("leave", ["unpublish", "delete", "unpublish as a plain page"])
def test_what_is_taken_back_is_gone_at_once(leave: str) -> None:
    product = sold()
    story = told(product)
    if leave == "delete":
        story.delete()
    elif leave == "unpublish":
        story.unpublish()
    else:
        Page.objects.get(pk=story.pk).unpublish()
    answer = seen(product).json()
    assert (answer["content"], answer["content_locale"]) == ([], None)
    assert [each.type for each in events()] == [
        "product_content.published",
        "product_content.unpublished",
    ]


def test_deleting_the_shelf_takes_all_its_stories_back() -> None:
    product = sold()
    told(product).get_parent().specific.delete()
    assert seen(product).json()["content"] == []
    assert not ProductContent.objects.exists()


@pytest.mark.parametrize("keep", [publish_scheduled, keep_schedule])
def test_a_story_goes_live_and_ends_by_the_clock(keep: Callable[[], None]) -> None:
    product = sold()
    story = opened(product)
    story.body, story.go_live_at = [quote("Later")], timezone.now() + timedelta(hours=1)
    story.save_revision().publish()
    keep()
    assert texts(product) == []
    waiting, due = again(story).get_latest_revision(), timezone.now() - timedelta(seconds=1)
    waiting.content["go_live_at"], waiting.approved_go_live_at = due.isoformat(), due
    waiting.save()
    keep()
    assert texts(product) == ["Later"]
    ProductStory.objects.update(expire_at=timezone.now() - timedelta(seconds=1))
    keep()
    assert texts(product) == []
    assert again(story).expired


def test_what_cannot_be_pushed_down_is_not_published() -> None:
    product = sold()
    story = opened(product)
    story.body = [quote("Never")]
    revision = story.save_revision()

    def gone(execute: Any, sql: str, *rest: Any) -> Any:
        if sql.startswith('INSERT INTO "storefront_productcontent"'):
            raise OperationalError("The server closed the connection.")
        return execute(sql, *rest)

    with connection.execute_wrapper(gone), pytest.raises(OperationalError):
        revision.publish()
    assert not again(story).live
    assert not list(events())
    revision.publish()
    assert texts(product) == ["Never"]


def test_an_event_names_who_reads_something_else_now() -> None:
    product = sold(slug="a-shirt")
    told(product)
    told(product, locale="fr")
    told(product, body=[quote("Anew")])
    payloads = [each.payload for each in events()]
    assert [each["paths"] for each in payloads] == [
        ["/products/a-shirt/", "/fr/products/a-shirt/"],
        ["/fr/products/a-shirt/"],
        ["/products/a-shirt/"],
    ]
    assert payloads[0] == {
        "product_id": product.pk,
        "locale": "en",
        "slug": "a-shirt",
        "paths": ["/products/a-shirt/", "/fr/products/a-shirt/"],
        "affected": [
            {"locale": "en", "path": "/products/a-shirt/"},
            {"locale": "fr", "path": "/products/a-shirt/"},
        ],
        "locales": ["en", "fr"],
        "menus": [],
        "site": False,
        "sitemap": False,
        "all": False,
    }


def test_a_language_without_a_story_is_told_that_of_the_shop() -> None:
    product = sold()
    told(product, body=[quote("Hello")])
    assert texts(product, locale="fr") == ["Hello"]
    assert seen(product, locale="fr").json()["content_locale"] == "en"
    french = told(product, locale="fr", body=[quote("Bonjour")])
    assert texts(product, locale="fr") == ["Bonjour"]
    assert seen(product, locale="fr").json()["content_locale"] == "fr"
    assert texts(product) == ["Hello"]
    french.unpublish()
    assert texts(product, locale="fr") == ["Hello"]


def test_a_french_story_is_not_told_in_english() -> None:
    product = sold()
    told(product, locale="fr")
    answer = seen(product).json()
    assert (answer["content"], answer["content_locale"]) == ([], None)


def test_gallery_and_care_follow_the_body() -> None:
    product, picture = sold(), make_picture()
    picked = {"image": picture.pk, "alt": "Indigo", "caption": "By hand"}
    told(
        product,
        locale="fr",
        gallery=[block("picture", picked)],
        washing="wash_by_hand",
        ironing="iron_150",
        care_words="Seul",
    )
    body, gallery, care = seen(product, locale="fr").json()["content"]
    assert body["type"] == "quote"
    assert gallery["type"] == "gallery"
    assert gallery["value"]["images"][0]["image"]["alt"] == "Indigo"
    assert gallery["value"]["images"][0]["caption"] == "By hand"
    assert care["type"] == "care"
    assert care["value"]["words"] == "Seul"
    assert [each["code"] for each in care["value"]["symbols"]] == ["wash_by_hand", "iron_150"]
    assert care["value"]["symbols"][0] == {
        "process": "washing",
        "code": "wash_by_hand",
        "label": "Lavage à la main, 40 °C au plus",
    }


def test_words_for_search_engines_stand_in_for_the_products_own() -> None:
    product = sold(meta_title="Own", meta_description="Own description")
    before = seen(product).json()["seo"]
    story = told(product, seo_title="Of the story", search_description="")
    seo = seen(product).json()["seo"]
    assert seo == {**before, "title": "Of the story"}
    assert seo["description"] == "Own description"
    documents.rebuild()
    assert seen(product).json()["seo"] == seo
    story.unpublish()
    assert seen(product).json()["seo"] == before


def test_an_empty_story_is_a_story() -> None:
    product = sold()
    told(product, body=[quote("Hello")])
    told(product, locale="fr", body=[])
    assert seen(product, locale="fr").json()["content"] == []
    assert seen(product, locale="fr").json()["content_locale"] == "fr"


def test_nothing_that_runs_gets_through() -> None:
    product = sold()
    evil = '<p onclick="x()">Hi<script>steal()</script><a href="javascript:x()">go</a></p>'
    told(
        product,
        body=[block("rich_text", evil), quote("<script>steal()</script>!")],
        care_words="<img src=x onerror=steal()>Gently",
        seo_title="<b>Bold</b>",
    )
    answer = seen(product)
    for bad in (b"<script", b"steal", b"onclick", b"onerror", b"javascript", b"<b>"):
        assert bad not in answer.content
    assert answer.json()["seo"]["title"] == "Bold"


def test_a_product_that_is_not_sold_is_not_told_of() -> None:
    product = sold()
    told(product)
    product.vendor.status = "suspended"
    product.vendor.save()
    assert seen(product).status_code == 404


def test_the_detail_stays_one_statement() -> None:
    product = sold()
    told(product)
    told(product, locale="fr", seo_title="Titre")
    for locale in ("en", "fr"):
        with CaptureQueriesContext(connection) as caught:
            assert seen(product, locale=locale).status_code == 200
        assert len(caught) == 1


def test_no_path_and_no_link_leads_to_a_story() -> None:
    from cms import demo

    home = demo.seed()
    story = told(sold())
    for path in (story.url_path, f"/{story.slug}/", "/product-stories/"):
        assert Client().get("/api/v1/store/pages/", {"path": path}).status_code == 404
    assert story.url is None
    for way in ("sitemap/", "search/?q=Told", f"search/?q={story.product.title}"):
        answer = Client().get(f"/api/v1/store/{way}")
        assert answer.status_code == 200, way
        assert story.slug not in answer.content.decode()
        assert "product-stories" not in answer.content.decode()
    announced = OutboxEvent.objects.filter(type="page.published")
    assert story.pk not in [each.payload["page_id"] for each in announced]
    about = home.get_children().get(slug="about").specific
    link = f'<p><a linktype="page" id="{story.pk}">there</a></p>'
    about.body = [block("rich_text", link)]
    about.save_revision().publish()
    page = Client().get("/api/v1/store/pages/", {"path": "/about/"}).json()
    assert "href" not in page["body"][0]["value"]["html"]


def test_a_deleted_product_leaves_its_story_to_the_editors() -> None:
    product = sold()
    story = told(product)
    product.delete()
    assert not ProductContent.objects.exists()
    kept = again(story)
    assert kept.product is None
    kept.save_revision().publish()
    assert not ProductContent.objects.exists()
