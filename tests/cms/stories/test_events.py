"""Stories are written anew where a page that they link to came, went or moved; others are left."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.test import Client
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page

from cms import demo
from cms.home.models import HomePage
from cms.pages.models import StandardPage
from cms.stories.services import renewing
from common.outbox.models import OutboxEvent
from common.outbox.services import delivery, events
from tests.cms.blocks import block
from tests.cms.stories.making import quote, seen, sold, told
from tests.factories import make_user


@pytest.fixture
def home(db: None) -> HomePage:
    return demo.seed()


@pytest.fixture
def superuser(client: Client) -> Client:
    client.force_login(make_user(is_staff=True, is_superuser=True))
    return client


def add(parent: Any, slug: str) -> Page:
    page = StandardPage(title=slug.title(), slug=slug)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return Page.objects.get(pk=page.pk)


def linking(*pages: Page) -> Any:
    """Return a product whose story links to pages."""
    product = sold()
    links = "".join(f'<a linktype="page" id="{each.pk}">there</a>' for each in pages)
    told(product, body=[block("rich_text", f"<p>{links}</p>")])
    return product


def html(product: Any, locale: str = "en") -> str:
    return str(seen(product, locale=locale).json()["content"][0]["value"]["html"])


def versions() -> dict[int, tuple[int, int]]:
    """Return which transaction wrote what is told of each product, and where it lies."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT product_id, xmin::text, ctid::text FROM storefront_productcontent")
        return {row[0]: row[1:] for row in cursor.fetchall()}


def test_a_link_goes_with_its_page_and_other_stories_are_not_touched(home: HomePage) -> None:
    page, stays = add(home, "gone"), add(home, "stays")
    product, other, third = linking(page, stays), linking(stays), sold()
    told(third, body=[quote("No link")])
    delivery.drain()
    assert html(product).count("href") == 2
    before = versions()
    page.delete()
    assert html(product).count("href") == 2
    delivery.drain()
    assert (html(product).count("href"), html(product).count("there")) == (1, 2)
    after = versions()
    assert after[product.pk] != before[product.pk]
    assert {pk: after[pk] for pk in (other.pk, third.pk)} == {
        pk: before[pk] for pk in (other.pk, third.pk)
    }


def test_a_deleted_branch_takes_the_links_to_all_its_pages_along(home: HomePage) -> None:
    above = add(home, "above")
    product = linking(add(above, "below"))
    delivery.drain()
    Page.objects.get(pk=above.pk).delete()
    delivery.drain()
    assert "href" not in html(product)


def test_a_deletion_that_is_undone_asks_for_nothing(home: HomePage) -> None:
    page = add(home, "kept")
    product = linking(page)
    delivery.drain()
    waiting = OutboxEvent.objects.filter(type=renewing.STALE, processed_at=None)
    with transaction.atomic():
        page.delete()
        assert waiting.count() == 1
        transaction.set_rollback(True)
    assert waiting.count() == 0
    assert "/kept/" in html(product)


def test_a_link_follows_its_page_below_another(home: HomePage) -> None:
    above, other = add(home, "above"), add(home, "other")
    product = linking(add(above, "below"))
    delivery.drain()
    assert "/above/below/" in html(product)
    Page.objects.get(pk=above.pk).move(Page.objects.get(pk=other.pk), pos="last-child")
    delivery.drain()
    assert 'href="/other/above/below/"' in html(product)


def test_a_link_leads_to_the_translation_while_there_is_one(home: HomePage) -> None:
    page = add(home, "about-us")
    product = sold()
    link = f'<p><a linktype="page" id="{page.pk}">there</a></p>'
    told(product, locale="fr", body=[block("rich_text", link)])
    french = Locale.objects.get(language_code="fr")
    home.copy_for_translation(french).save_revision().publish()
    delivery.drain()
    assert "/about-us/" in html(product, "fr")
    translated = page.specific.copy_for_translation(french)
    translated.slug = "a-propos"
    translated.save_revision().publish()
    delivery.drain()
    assert 'href="/a-propos/"' in html(product, "fr")
    Page.objects.get(pk=translated.pk).delete()
    delivery.drain()
    assert "/about-us/" in html(product, "fr")


def test_the_work_of_an_event_is_bounded(home: HomePage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renewing, "BATCH", 2)
    monkeypatch.setattr(events, "PACE", events.PACE * 0)
    page = add(home, "popular")
    products = [linking(page) for _ in range(5)]
    delivery.drain()
    page.delete()
    waiting = OutboxEvent.objects.filter(type=renewing.STALE, processed_at=None)
    assert sorted(len(each.payload["story_ids"]) for each in waiting) == [1, 2, 2]
    delivery.drain()
    assert not any("href" in html(each) for each in products)


def test_a_link_to_a_document_follows_its_name_its_collection_and_its_end(home: HomePage) -> None:
    guide = get_document_model().objects.create(title="Old", file=ContentFile(b"x", name="g.txt"))
    product = sold()
    link = f'<p><a linktype="document" id="{guide.pk}">there</a></p>'
    told(product, body=[block("rich_text", link)])
    delivery.drain()
    guide.title = "New"
    guide.save()
    delivery.drain()
    assert guide.file.url in html(product) and 'title="New"' in html(product)
    shut = CollectionViewRestriction.objects.create(
        collection=Collection.get_first_root_node(), restriction_type="login"
    )
    delivery.drain()
    assert html(product) == "<p>there</p>"
    shut.delete()
    delivery.drain()
    assert "href" in html(product)
    guide.delete()
    delivery.drain()
    assert html(product) == "<p>there</p>"


def closed_collection() -> Collection:
    shut = Collection.get_first_root_node().add_child(name="For staff")
    CollectionViewRestriction.objects.create(collection=shut, restriction_type="login")
    return shut


def linking_to_a_document(collection: Collection) -> tuple[Any, Any]:
    """Return a product whose story links to a document of a collection, and the document."""
    guide = get_document_model().objects.create(
        title="Guide", file=ContentFile(b"x", name="g.txt"), collection=collection
    )
    product = sold()
    link = f'<p><a linktype="document" id="{guide.pk}">there</a></p>'
    told(product, body=[block("rich_text", link)])
    delivery.drain()
    assert guide.file.url in html(product)
    return product, guide


def test_a_link_goes_when_many_documents_are_put_where_only_some_may_read(
    home: HomePage, superuser: Client
) -> None:
    shut, root = closed_collection(), Collection.get_first_root_node()
    product, guide = linking_to_a_document(root)
    address = f"/admin/bulk/wagtaildocs/document/add_to_collection/?id={guide.pk}&next=/admin/"
    for place, is_linked in ((shut, False), (root, True)):
        assert superuser.post(address, {"collection": place.pk}).status_code == 302
        delivery.drain()
        assert ("href" in html(product)) is is_linked


def test_a_link_goes_when_its_collection_moves_where_only_some_may_read(
    home: HomePage, superuser: Client
) -> None:
    shut, root = closed_collection(), Collection.get_first_root_node()
    guides = Collection.get_first_root_node().add_child(name="Guides")
    product, _ = linking_to_a_document(guides.add_child(name="Of care"))
    for place, is_linked in ((shut, False), (root, True)):
        sent = {"name": "Guides", "parent": place.pk}
        answer = superuser.post(f"/admin/collections/{guides.pk}/", sent)
        assert answer.status_code == 302
        delivery.drain()
        assert ("href" in html(product)) is is_linked


def test_a_move_that_is_undone_asks_for_nothing(home: HomePage) -> None:
    guides = Collection.get_first_root_node().add_child(name="Guides")
    linking_to_a_document(guides)
    shut = closed_collection()
    waiting = OutboxEvent.objects.filter(type=renewing.STALE, processed_at=None)
    with transaction.atomic():
        Collection.objects.get(pk=guides.pk).move(shut, "sorted-child")
        assert waiting.count() == 1
        transaction.set_rollback(True)
    assert waiting.count() == 0
