"""On sale, off sale, put away, taken out again, copied."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from commerce.catalogue.exceptions import (
    NothingToSell,
    NotYourCatalogue,
    NotYourProduct,
    ProductArchived,
    WrongProductState,
)
from commerce.catalogue.models import Product
from commerce.catalogue.services import publishing
from commerce.partner.models import Price, StockRecord
from commerce.storefront.services import documents
from common.models import AuditEntry
from common.outbox.models import OutboxEvent
from tests.commerce.checkout.test_journey import ADDRESS, Guest
from tests.factories import make_product, make_user, make_vendor

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def staff() -> Any:
    person = make_user(is_staff=True)
    person.groups.add(Group.objects.get(name="Merchandisers"))
    return person


def frame(product: Product, by: Any) -> dict[str, Any]:
    return {"product_id": product.pk, "by": by, "at": NOW}


def served(client: Client) -> int:
    return int(client.get("/api/v1/store/products/").json()["count"])


def test_unpublishing_holds_at_once_and_is_told_once(client: Client, staff: Any) -> None:
    product = make_product()
    documents.rebuild()
    assert served(client) == 1
    publishing.unpublish(**frame(product, staff))
    publishing.unpublish(**frame(product, staff))
    assert served(client) == 0
    assert AuditEntry.objects.filter(action="product.unpublished", actor=staff).count() == 1
    assert OutboxEvent.objects.filter(type="product.changed").count() == 1
    publishing.publish(**frame(product, staff))
    assert served(client) == 1


def test_without_a_price_nothing_goes_on_sale(staff: Any) -> None:
    product = make_product(status="draft", is_public=False)
    Price.objects.all().delete()
    with pytest.raises(NothingToSell):
        publishing.publish(**frame(product, staff))
    product.refresh_from_db()
    assert (product.status, product.is_public) == ("draft", False)


def test_vendors_and_rivals_publish_nothing(staff: Any) -> None:
    owner = make_user()
    product = make_product(vendor=make_vendor(owner=owner))
    rival = make_user()
    make_vendor(owner=rival)
    for person in (owner, rival, make_user()):
        with pytest.raises(NotYourCatalogue):
            publishing.archive(**frame(product, person))
    for person in (rival, make_user()):
        with pytest.raises(NotYourProduct):
            publishing.unpublish(**frame(product, person))
        with pytest.raises(NotYourProduct):
            publishing.duplicate(**frame(product, person))
    assert not publishing.unpublish(**frame(product, owner)).is_public


def test_a_product_with_orders_is_archived_copied_and_restored(client: Client, staff: Any) -> None:
    product = make_product(options={"size": ["S", "M"]}, compare_at="12000.00", tags=["new"])
    documents.rebuild()
    guest = Guest()
    guest.add(StockRecord.objects.order_by("pk")[0].sku)
    body = {
        "basket": guest.basket, "email": "a@example.com", "shipping_address": ADDRESS,
        "shipping": {product.vendor.slug: "standard"}, "payment": {"method": "test"},
        "complete": True,
    }  # fmt: skip
    placed = guest.send("POST", "/checkouts/", body)
    assert placed.status_code == 201, placed.content
    publishing.archive(**frame(product, staff))
    assert served(client) == 0
    with pytest.raises(ProductArchived):
        publishing.publish(**frame(product, staff))
    copy = publishing.duplicate(**frame(product, staff))
    assert (copy.status, copy.is_public, copy.title) == ("draft", False, product.title)
    assert copy.slug != product.slug
    records = StockRecord.objects.filter(product__parent=copy)
    assert [each.num_in_stock for each in records] == [0, 0]
    assert {each.prices.get().compare_at_amount for each in records} == {12000}
    assert not set(records.values_list("sku", flat=True)) & set(
        StockRecord.objects.filter(product__parent=product).values_list("sku", flat=True)
    )
    publishing.restore(**frame(product, staff))
    with pytest.raises(WrongProductState):
        publishing.restore(**frame(product, staff))
    token = {"X-Order-Token": placed.json()["token"]}
    kept = client.get(f"/api/v1/store/orders/{placed.json()['number']}/", headers=token)
    assert kept.json()["orders"][0]["lines"][0]["title"] == product.title
