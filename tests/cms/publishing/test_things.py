"""Pages about vendors and collections come and go with them, and are told of."""

from typing import Any

import pytest
from django.utils import timezone

from cms import demo
from cms.collections.models import CollectionPage
from cms.home.models import HomePage
from cms.publishing.services import announcing
from cms.vendors.models import VendorPage
from commerce.catalogue.models import Collection
from commerce.catalogue.services import changes
from common.outbox.models import OutboxEvent
from common.outbox.services import delivery, events
from tests.cms.publishing.hearing import told
from tests.factories import make_vendor


@pytest.fixture
def home(db: None) -> HomePage:
    return demo.seed()


def published(home: HomePage, page: Any) -> None:
    home.add_child(instance=page)
    page.save_revision().publish()
    announcing.announce()
    delivery.drain()
    OutboxEvent.objects.all().delete()


def test_a_vendor_who_closes_and_opens_again(home: HomePage) -> None:
    vendor = make_vendor()
    published(home, VendorPage(title="Adunni", slug="adunni", vendor=vendor))
    for is_open, type in ((False, "page.unpublished"), (True, "page.published")):
        vendor.is_open = is_open
        vendor.save()
        events.record(
            type="vendor.changed", subject_id=vendor.public_id, payload={"vendor_id": vendor.pk},
            at=timezone.now(),
        )  # fmt: skip
        assert told() == [(type, "/adunni/")]


def test_a_collection_that_is_hidden_and_shown_again(home: HomePage) -> None:
    collection = Collection.objects.create(slug="rains", title="Rains")
    published(home, CollectionPage(title="Rains", slug="wet", collection=collection))
    changes.collection_changed(collection.pk, [])
    assert told() == []
    for is_public, type in ((False, "page.unpublished"), (True, "page.published")):
        collection.is_public = is_public
        collection.save()
        changes.collection_changed(collection.pk, [])
        assert told() == [(type, "/wet/")]
