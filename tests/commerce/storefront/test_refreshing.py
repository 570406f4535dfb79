"""Documents follow what changes elsewhere."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from commerce.catalogue.models import Collection, CollectionMember
from common.outbox.services import delivery, events
from tests.factories import make_category, make_product

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
