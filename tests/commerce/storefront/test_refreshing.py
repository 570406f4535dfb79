"""Documents follow what changes elsewhere."""

from io import StringIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from commerce.catalogue.models import Collection, CollectionMember, Product, ProductImage
from commerce.storefront.services import documents
from common.media.models import Picture
from common.media.services import encoding
from common.outbox.models import OutboxEvent
from common.outbox.services import delivery, events
from tests.common.media.pixels import picture as drawn
from tests.factories import make_category, make_product, make_vendor

pytestmark = pytest.mark.django_db
PRODUCTS = "/api/v1/store/products/"


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("product.changed", "product_ids"), ("stock.changed", "product_ids"),
        ("category.changed", "category_id"), ("collection.changed", "collection_id"),
        ("vendor.changed", "vendor_id"), ("vendor.approved", "vendor_id"),
    ],
)  # fmt: skip
def test_each_event_refreshes_what_it_is_about(client: Client, kind: str, key: str) -> None:
    above = make_category()
    product = make_product(categories=(make_category(parent=above),))
    collection = Collection.objects.create(slug="rainy", title="Rainy season")
    CollectionMember.objects.create(collection=collection, product=product)
    about = {
        "product_ids": [product.pk], "category_id": above.pk,
        "collection_id": collection.pk, "vendor_id": product.vendor_id,
    }  # fmt: skip
    assert client.get(PRODUCTS).json()["count"] == 0
    events.record(type=kind, subject_id="1", payload={key: about[key]})
    delivery.drain()
    assert client.get(PRODUCTS).json()["count"] == 1


def test_many_are_rebuilt_in_parts_and_others_events_go_in_between(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "BATCH", 2)
    vendor = make_vendor()
    for _ in range(5):
        make_product(vendor=vendor)
    other = make_product()
    vendor_says = events.record(
        type="vendor.changed", subject_id="1", payload={"vendor_id": vendor.pk}
    )
    delivery.deliver(delivery.lease(at=vendor_says.available_at))
    parts = OutboxEvent.objects.filter(type="documents.due").order_by("available_at")
    assert [len(each.payload["product_ids"]) for each in parts] == [2, 2, 1]
    assert client.get(PRODUCTS).json()["count"] == 0
    first, second, last = (each.available_at for each in parts)
    assert second - first == last - second == events.PACE
    between = first + events.PACE / 2
    events.record(
        type="product.changed", subject_id="1", payload={"product_ids": [other.pk]}, at=between
    )
    shown = []
    for moment in (first, between, second, last):
        delivery.deliver(delivery.lease(at=moment))
        shown.append(client.get(PRODUCTS).json()["count"])
    assert shown == [2, 3, 5, 6]


def test_a_product_that_left_a_collection_is_no_longer_shown_in_it(client: Client) -> None:
    product = make_product()
    collection = Collection.objects.create(slug="rainy", title="Rainy season")
    member = CollectionMember.objects.create(collection=collection, product=product)
    call_command("projection", "rebuild", stdout=StringIO())
    assert client.get(f"{PRODUCTS}?collection=rainy").json()["count"] == 1
    member.delete()
    events.record(
        type="collection.changed", subject_id="1", payload={"collection_id": collection.pk}
    )
    delivery.drain()
    assert client.get(f"{PRODUCTS}?collection=rainy").json()["count"] == 0


def test_verify_fails_until_the_documents_are_rebuilt() -> None:
    product, said = make_product(), StringIO()
    with pytest.raises(CommandError):
        call_command("projection", "verify", stdout=said)
    assert str(product.pk) in said.getvalue()
    call_command("projection", "rebuild", stdout=said)
    call_command("projection", "verify", stdout=said)


def test_documents_follow_a_picture_from_its_upload_to_its_next_file(client: Client) -> None:
    picture = Picture.objects.create(title="Front", file=ContentFile(drawn(900, 600), name="a.jpg"))
    product = make_product()
    ProductImage.objects.create(product=product, image=picture)
    call_command("projection", "rebuild", stdout=StringIO())

    def shown() -> Any:
        return client.get(f"{PRODUCTS}{product.slug}/").json()["images"][0]

    assert shown()["src"].endswith(picture.file.url) and shown()["sources"] == []
    assert shown()["focal_point"] == {"x": 0.5, "y": 0.5} and shown()["alt"] == product.title
    encoding.encode_waiting()
    delivery.drain()
    assert shown()["src"].endswith("-800.webp")
    assert [each["type"] for each in shown()["sources"]] == ["image/avif", "image/webp"]
    assert shown() == client.get(PRODUCTS).json()["results"][0]["image"]
    picture = Picture.objects.get()
    picture.focal_point_x, picture.focal_point_y = 90, 600
    picture.save()
    delivery.drain()
    assert shown()["focal_point"] == {"x": 0.1, "y": 1.0}
    picture.file = ContentFile(drawn(500, 300), name="a.jpg")
    picture.save()
    delivery.drain()
    assert shown()["src"].endswith(picture.file.url) and shown()["sources"] == []
    assert (shown()["width"], shown()["height"]) == (500, 300)


@pytest.mark.parametrize("is_bulk", [False, True])
def test_a_picture_deleted_from_the_library_leaves_the_documents(
    client: Client, is_bulk: bool
) -> None:
    picture = Picture.objects.create(title="Front", file=ContentFile(drawn(), name="a.jpg"))
    product = make_product()
    ProductImage.objects.create(product=product, image=picture)
    call_command("projection", "rebuild", stdout=StringIO())
    if is_bulk:
        Picture.objects.all().delete()
    else:
        picture.delete()
    delivery.drain()
    assert client.get(f"{PRODUCTS}{product.slug}/").json()["images"] == []


def test_one_product_that_cannot_be_written_holds_up_no_other(client: Client) -> None:
    vendor = make_vendor()
    products = [make_product(vendor=vendor) for _ in range(12)]
    bad = products[5]
    Product.objects.filter(pk=bad.pk).update(option_types=["no option at all"])
    ids = [each.pk for each in products]
    events.record(type="product.changed", subject_id="1", payload={"product_ids": ids})
    for _ in range(6):
        OutboxEvent.objects.filter(attempts=0).update(available_at=timezone.now())
        delivery.drain()
    assert client.get(PRODUCTS).json()["count"] == 11
    left = OutboxEvent.objects.get(processed_at=None)
    assert (left.type, left.payload) == ("documents.due", {"product_ids": [bad.pk]})
    assert left.attempts == 1 and "AttributeError" in left.last_error
