"""What was lost on its way to shoppers is found and mended."""

from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction

from cms.stories.models import ProductStory
from cms.stories.services import healing
from commerce.storefront.models import ProductContent
from common.media.models import Picture
from common.outbox.services import delivery, events
from tests.cms.blocks import block, make_picture
from tests.cms.stories.making import again, quote, seen, sold, texts, told
from tests.cms.stories.making import events as told_of

pytestmark = pytest.mark.django_db


def run(*more: str) -> str:
    said = StringIO()
    call_command("stories", *more, stdout=said)
    return said.getvalue().strip()


def test_a_publication_that_never_came_down_is_pushed_down() -> None:
    product = sold()
    story = told(product, body=[quote("First")])
    ProductContent.objects.all().delete()
    assert run() == "1 pushed down, 0 taken back"
    assert texts(product) == ["First"]
    # As if the process had ended between the row that is live and what stands below.
    story.body = [quote("Second")]
    second = story.save_revision()
    ProductStory.objects.filter(pk=story.pk).update(body=second.content["body"])
    ProductStory.objects.filter(pk=story.pk).update(live_revision=second)
    assert texts(product) == ["First"]
    assert run() == "1 pushed down, 0 taken back"
    assert texts(product) == ["Second"]
    assert run() == "0 pushed down, 0 taken back"


def test_what_is_not_live_is_taken_back() -> None:
    product, other = sold(), sold()
    story = told(product)
    told(other)
    ProductStory.objects.filter(pk=story.pk).update(live=False)
    assert texts(product) == ["Told"]
    assert run() == "0 pushed down, 1 taken back"
    assert texts(product) == []
    assert texts(other) == ["Told"]


def test_what_did_not_come_from_a_story_is_left_alone() -> None:
    product = sold()
    ProductContent.objects.create(product=product, locale="en", blocks=[])
    assert healing.heal() == healing.Tally(0, 0)
    assert ProductContent.objects.count() == 1


def test_a_picture_that_got_its_sizes_is_shown_with_them() -> None:
    product, picture = sold(), make_picture()
    story = told(product, body=[block("image", {"image": picture.pk, "alt": "", "caption": ""})])
    unseen = told(sold())
    assert "small.webp" not in seen(product).content.decode()
    sizes = [{"src": "/media/small.webp", "width": 320, "height": 400}]
    Picture.objects.filter(pk=picture.pk).update(sizes=sizes)
    before = again(unseen).last_published_at
    events.record(
        type="picture.ready", subject_id=str(picture.pk), payload={"picture_id": picture.pk}
    )
    delivery.drain()
    image = seen(product).json()["content"][0]["value"]["image"]
    assert "small.webp 320w" in image["srcset"]
    assert again(unseen).last_published_at == before
    assert again(story).live


def test_everything_is_resolved_anew_when_asked() -> None:
    product = sold()
    told(product)
    ProductContent.objects.update(blocks=[])
    assert run() == "0 pushed down, 0 taken back"
    assert run("--anew") == "1 pushed down, 0 taken back"
    assert texts(product) == ["Told"]
    assert len(list(told_of())) == 2
    assert run("--anew") == "1 pushed down, 0 taken back"
    assert len(list(told_of())) == 2


def test_a_link_follows_the_page_it_leads_to() -> None:
    from cms import demo

    about = demo.seed().get_children().get(slug="about").specific
    product = sold()
    link = f'<p><a linktype="page" id="{about.pk}">about</a></p>'
    told(product, body=[block("rich_text", link)])
    assert "/about/" in seen(product).json()["content"][0]["value"]["html"]
    about.slug = "who-we-are"
    about.save_revision().publish()
    delivery.drain()
    assert "/who-we-are/" in seen(product).json()["content"][0]["value"]["html"]
    about.unpublish()
    delivery.drain()
    assert "href" not in seen(product).json()["content"][0]["value"]["html"]


def test_a_document_that_became_private_unheard_is_linked_no_more() -> None:
    guide = get_document_model().objects.create(title="G", file=ContentFile(b"x", name="g.txt"))
    link = f'<p><a linktype="document" id="{guide.pk}">there</a></p>'
    product, other = sold(), sold()
    told(product, body=[block("rich_text", link)])
    told(other)
    assert run() == "0 pushed down, 0 taken back"
    shut = CollectionViewRestriction(collection=guide.collection, restriction_type="login")
    CollectionViewRestriction.objects.bulk_create([shut])
    assert "href" in seen(product).json()["content"][0]["value"]["html"]
    assert run() == "1 pushed down, 0 taken back"
    assert "href" not in seen(product).json()["content"][0]["value"]["html"]
    assert run() == "0 pushed down, 0 taken back"
