"""What editors publish about a product makes it found; what they have not published does not."""

from importlib import import_module
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.stories.services import pushing
from commerce.storefront.models import ProductDocument, SearchWord
from common.outbox.models import OutboxEvent
from common.outbox.services import delivery
from tests.cms.blocks import block, items, make_picture
from tests.cms.stories.making import again, opened, quote, sold, told

pytestmark = pytest.mark.django_db
STORE = "/api/v1/store"


def found(q: str, *, locale: str = "en") -> list[str]:
    """Return what a search of products finds once the workers have been by."""
    delivery.drain()
    answer = Client().get(f"{STORE}/products/", {"q": q, "locale": locale})
    return [each["slug"] for each in answer.json()["results"]]


def test_a_publication_is_found_and_a_draft_is_not() -> None:
    product = sold(slug="shirt", title="Shirt")
    story = opened(product)
    story.body = [quote("Loomed in Iseyin")]
    story.save_revision()
    assert found("iseyin") == []
    again(story).get_latest_revision().publish()
    assert found("iseyin") == ["shirt"]
    story = again(story)
    story.body = [quote("Dyed in Abeokuta")]
    draft = story.save_revision()
    assert (found("iseyin"), found("abeokuta")) == (["shirt"], [])
    assert not SearchWord.objects.filter(word="abeokuta").exists()
    draft.publish()
    assert (found("iseyin"), found("abeokuta")) == ([], ["shirt"])


@pytest.mark.parametrize("leave", ["unpublish", "delete"])
def test_what_is_taken_back_is_found_no_longer(leave: str) -> None:
    story = told(sold(slug="shirt"), body=[quote("Loomed in Iseyin")])
    assert found("iseyin") == ["shirt"]
    getattr(story, leave)()
    assert found("iseyin") == []


def test_words_are_found_in_the_language_in_which_they_are_read() -> None:
    product = sold(slug="shirt", title="Shirt")
    told(product, body=[quote("Loomed in Iseyin")])
    assert (found("loomed"), found("loomed", locale="fr")) == (["shirt"], ["shirt"])
    french = told(product, locale="fr", body=[quote("Tissée à la main")])
    assert (found("tissee"), found("tisses", locale="fr")) == ([], ["shirt"])
    assert (found("loomed"), found("loomed", locale="fr")) == (["shirt"], [])
    french.unpublish()
    assert (found("tissees", locale="fr"), found("loomed", locale="fr")) == ([], ["shirt"])


def test_names_come_before_stories_however_often_these_repeat_them() -> None:
    told(sold(slug="story", title="Shirt"), body=[quote("Indigo linen. " * 400)])
    sold(slug="described", title="Shirt", description="<p>Indigo linen</p>")
    sold(slug="vendor", title="Linen", tags=[*"abcdefghijklmnopqrst", "indigo"])
    sold(slug="named", title="Indigo linen")
    assert found("indigo linen") == ["named", "described", "vendor", "story"]
    assert found("indigo") == ["named", "vendor", "described", "story"]
    assert found("shirt indigo") == ["described", "story"]


def test_only_what_editors_wrote_is_read() -> None:
    picture = {"image": make_picture().pk, "alt": "Veranda", "caption": "Noon"}
    table = {
        "caption": "Girths", "columns": [{"type": "text", "heading": "Waist"}],
        "rows": [{"values": ["Snug"]}],
    }  # fmt: skip
    link = {"label": "Zanzibar", "page": None, "url": "https://kilifi.example/"}
    told(
        sold(slug="shirt", title="Shirt"),
        body=[
            block("rich_text", '<p>A <b class="kampala">batik</b> of x&lt;yarn</p>'),
            block("faq", {"title": "", "questions": items({"question": "Lining?", "answer": "<p>Cupro"})}),
            block("size_guide", {"title": "Fits", "note": "Roomy", "table": table}),
            block("call_to_action", {"title": "Visit", "text": "", "tone": "plain", "links": items(link)}),
        ],
        gallery=[block("picture", picture)],
        washing="wash_by_hand",
        care_words="Gently",
    )  # fmt: skip
    written = "batik yarn lining cupro fits roomy girths waist snug visit veranda noon gently"
    for word in written.split():
        assert found(word) == ["shirt"], word
    for word in ("kampala", "zanzibar", "kilifi", "rich_text", "wash", "strong"):
        assert found(word) == [], word


def test_verify_names_whose_story_is_not_searched_until_it_is_rebuilt() -> None:
    product, said = sold(), StringIO()
    told(product, body=[quote("Loomed in Iseyin")])
    OutboxEvent.objects.all().delete()
    with pytest.raises(CommandError):
        call_command("projection", "verify", stdout=said)
    assert str(product.pk) in said.getvalue()
    call_command("projection", "rebuild", stdout=said)
    call_command("projection", "verify", stdout=said)
    assert found("iseyin") == [product.slug]


def test_stories_of_an_older_version_are_found_once_migrated() -> None:
    product = sold()
    sold()
    told(product, body=[quote("Loomed in Iseyin")])
    OutboxEvent.objects.all().delete()
    import_module("commerce.storefront.migrations.0003_stories_are_searched").ask(apps, None)
    [due] = OutboxEvent.objects.filter(type="documents.due")
    assert due.payload == {"product_ids": [product.pk]}
    assert found("iseyin") == [product.slug]


def test_what_is_told_anew_and_says_the_same_writes_nothing() -> None:
    story = told(sold(), body=[quote("Loomed in Iseyin")])
    delivery.drain()
    before = list(ProductDocument.objects.order_by("pk").values_list("pk", "updated_at"))
    pushing.follow(story_id=story.pk, anew=True)
    assert not OutboxEvent.objects.filter(type="content.changed", processed_at=None).exists()
    delivery.drain()
    assert before == list(ProductDocument.objects.order_by("pk").values_list("pk", "updated_at"))


def test_what_ranks_is_short_and_what_is_found_lies_in_its_row() -> None:
    told(sold(title="Shirt"), body=[quote("Indigo brodé")])
    delivery.drain()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tsvector_to_array(search), tsvector_to_array(named) "
            "FROM storefront_productdocument"
        )
        for searched, named in cursor.fetchall():
            assert set(searched) - set(named) == {"indigo", "brode"}
            assert "shirt" in named
        cursor.execute(
            "SELECT attstorage FROM pg_attribute WHERE attname = 'search' "
            "AND attrelid = 'storefront_productdocument'::regclass"
        )
        assert cursor.fetchall() == [("m",)]


@pytest.mark.parametrize(
    ("route", "statements"), [("products/", 2), ("search/suggest/", 2), ("search/", 5)]
)
def test_statements_of_a_search_do_not_grow(route: str, statements: int) -> None:
    def asked() -> Any:
        delivery.drain()
        with CaptureQueriesContext(connection) as caught:
            assert Client().get(f"{STORE}/{route}", {"q": "indigo brodees"}).status_code == 200
        return len(caught)

    product = sold(title="Indigo brodé")
    before = asked()
    for locale in ("en", "fr"):
        told(product, locale=locale, body=[quote("Indigo brodé, told at length. " * 20)])
        told(sold(), locale=locale, body=[quote("Brodées indigo")])
    assert asked() == before == statements
