"""Products go on sale, off sale, out of the way and back, and are copied."""

from typing import Any

import pytest
from django.utils import timezone

from commerce.catalogue.exceptions import (
    NothingToSell,
    NotYourCatalogue,
    NotYourProduct,
    ProductArchived,
    WrongProductState,
)
from commerce.catalogue.models import Product
from commerce.catalogue.services import products, publishing, snapshots
from commerce.catalogue.services.facts import ImageFacts
from commerce.partner.models import Price
from common.exceptions import NotFound
from common.models import AuditEntry
from common.outbox.models import OutboxEvent
from tests.commerce.catalogue.sold import sell
from tests.factories import make_category, make_product, make_user, make_vendor

pytestmark = pytest.mark.django_db
SERVICES = (publishing.publish, publishing.unpublish, publishing.archive, publishing.restore)


def do(service: Any, product: Product, by: Any = None) -> Product:
    found: Product = service(product_id=product.pk, by=by, at=timezone.now())
    return found


def state(product: Product) -> tuple[str, bool]:
    row = Product.objects.get(pk=product.pk)
    return str(row.status), row.is_public


def test_a_product_goes_on_and_off_sale_and_each_is_told_once() -> None:
    product = make_product(status="draft", is_public=False, published_at=None)
    do(publishing.publish, product)
    do(publishing.publish, product)
    assert state(product) == ("approved", True)
    assert Product.objects.get(pk=product.pk).published_at
    assert OutboxEvent.objects.filter(type="product.changed").count() == 1
    do(publishing.unpublish, product)
    assert state(product) == ("approved", False)
    do(publishing.archive, product)
    assert state(product) == ("archived", False)
    for service in (publishing.publish, publishing.unpublish):
        with pytest.raises(ProductArchived):
            do(service, product)
    do(publishing.restore, product)
    assert state(product) == ("draft", False)
    actions = AuditEntry.objects.order_by("pk").values_list("action", flat=True)
    assert list(actions) == [
        "product.published", "product.unpublished", "product.archived", "product.restored",
    ]  # fmt: skip


def test_what_has_no_price_or_is_not_archived_is_refused() -> None:
    product = make_product(status="draft", is_public=False)
    with pytest.raises(WrongProductState):
        do(publishing.restore, product)
    Price.objects.all().delete()
    with pytest.raises(NothingToSell):
        do(publishing.publish, product)
    assert state(product) == ("draft", False)
    assert not OutboxEvent.objects.exists()


def test_vendors_do_not_publish_and_rivals_do_not_copy() -> None:
    owner, rival = make_user(), make_user()
    product = make_product(vendor=make_vendor(owner=owner))
    make_vendor(owner=rival)
    for service in SERVICES:
        with pytest.raises(NotYourCatalogue):
            do(service, product, owner)
    with pytest.raises(NotYourProduct):
        do(publishing.duplicate, product, rival)
    assert state(product) == ("approved", True)
    assert do(publishing.duplicate, product, owner).vendor_id == product.vendor_id
    child = make_product(options={"size": ["S"]}).children.get()
    for service in (*SERVICES, publishing.duplicate):
        with pytest.raises(NotFound):
            do(service, child)


def test_a_copy_is_a_draft_with_all_but_stock_and_sales() -> None:
    product = make_product(
        title="Shirt", slug="shirt", options={"size": ["S", "M"]}, compare_at="12000.00",
        import_reference="once", categories=(make_category(), make_category()),
    )  # fmt: skip
    picture = ImageFacts(source_url="https://a.example/1.jpg", alt="A shirt")
    said = {"images": [picture], "attributes": {"material": "Silk"}}
    products.change_product(
        product_id=product.pk, facts=said, by=None, at=timezone.now()  # type: ignore[arg-type]
    )  # fmt: skip
    sell(product.children.get(variant_options={"size": "S"}))
    before = snapshots.of(product.pk)
    copies = [do(publishing.duplicate, product) for _ in range(2)]
    assert snapshots.of(product.pk) == before
    assert [each.slug for each in copies] == ["shirt-2", "shirt-3"]
    after = snapshots.of(copies[0].pk)
    for name in ("categories", "attributes", "images", "option_types", "product_class_id"):
        assert after[name] == before[name]
    assert (after["title"], after["status"], after["is_public"]) == (
        "Copy of Shirt", "draft", False,
    )  # fmt: skip
    assert [each["stock"] for each in after["variants"].values()] == [0, 0]
    skus = [each["sku"] for copy in copies for each in snapshots.of(copy.pk)["variants"].values()]
    assert len(set(skus)) == 4
    prices = [each["prices"] for each in before["variants"].values()]
    assert [each["prices"] for each in after["variants"].values()] == prices


def test_a_copy_gets_a_free_sku_when_the_address_was_given_up() -> None:
    product = make_product(slug="shirt")
    copy = do(publishing.duplicate, product)
    products.change_product(
        product_id=copy.pk, facts={"slug": "blouse"}, by=None, at=timezone.now()
    )
    again = do(publishing.duplicate, product)
    assert again.slug == "shirt-2"
    assert again.stockrecords.get().sku != copy.stockrecords.get().sku
