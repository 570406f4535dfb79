"""Only what is said changes, all or nothing."""

from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from commerce.catalogue.exceptions import (
    NotYourProduct,
    PriceRefused,
    ProductArchived,
    VariantsRefused,
)
from commerce.catalogue.models import Product
from commerce.catalogue.services import products, publishing, updating
from commerce.catalogue.services.facts import PriceFacts, ProductFacts, VariantFacts
from commerce.partner.exceptions import StockCommitted
from commerce.partner.models import StockRecord
from common.models import AuditEntry
from common.outbox.models import OutboxEvent
from tests.commerce.checkout.test_journey import ADDRESS, Guest
from tests.factories import make_category, make_user, make_vendor

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def variant(size: str, price: str = "10000.00", **more: Any) -> VariantFacts:
    prices: dict[str, PriceFacts | None] = {"NGN": PriceFacts(Decimal(price))}
    return VariantFacts(options={"size": size}, prices=prices, **{"stock": 5, **more})


def facts(**more: Any) -> ProductFacts:
    found: ProductFacts = {
        "title": "Adire shirt", "description": "<p>Blue</p>", "options": {"size": "Size"},
        "variants": [variant("S"), variant("M")], "attributes": {"material": "Cotton"},
        "tags": ["new"], **more,
    }  # type: ignore[typeddict-item]  # fmt: skip
    return found


@pytest.fixture
def product() -> Product:
    found = products.create_product(
        vendor=make_vendor(owner=make_user(email="owner@example.com")), facts=facts(), by=None,
        at=NOW, is_live=True,
    )  # fmt: skip
    OutboxEvent.objects.all().delete()
    return found


@pytest.fixture
def staff() -> Any:
    person = make_user(is_staff=True)
    person.groups.add(Group.objects.get(name="Merchandisers"))
    return person


def change(product: Product, by: Any = None, **said: Any) -> updating.Done:
    return updating.change_product(product_id=product.pk, facts=said, by=by, at=NOW)  # type: ignore[arg-type]


def test_saying_the_same_changes_and_tells_nothing(product: Product, staff: Any) -> None:
    done = change(product, staff, **facts())
    assert done.fields == ()
    assert not OutboxEvent.objects.exists()
    assert not AuditEntry.objects.filter(action="product.changed").exists()


def test_what_is_said_changes_and_the_rest_stays(product: Product, staff: Any) -> None:
    category = make_category()
    done = change(
        product, staff, title="Adire blouse", categories=[category],
        attributes={"material": "Linen", "fit": "Loose"},
        description="<p>Red<script>alert(1)</script></p>",
    )  # fmt: skip
    assert done.fields == ("attributes", "categories", "description", "title")
    product.refresh_from_db()
    assert (product.title, product.description) == ("Adire blouse", "<p>Red</p>")
    assert product.tags == ["new"]
    held = {row.attribute.code: row.value_as_text for row in product.attribute_values.all()}
    assert held == {"material": "Linen", "fit": "Loose"}
    assert AuditEntry.objects.filter(action="product.changed", actor=staff).count() == 1
    assert OutboxEvent.objects.filter(type="product.changed").count() == 1


def test_prices_stock_and_new_variants(product: Product) -> None:
    wanted = [variant("S", "12000.00", stock=9), variant("M"), variant("L", "13000.00")]
    assert change(product, variants=wanted).fields == ("variants",)
    records = StockRecord.objects.filter(product__parent=product).order_by("product_id")
    assert [each.num_in_stock for each in records] == [9, 5, 5]
    assert [each.prices.get().amount for each in records] == [12000, 10000, 13000]
    without = VariantFacts(options={"size": "L"}, prices={"NGN": None})
    change(product, variants=[*wanted[:2], without])
    assert not records[2].prices.exists()


def test_a_variant_that_was_sold_leaves_the_shop_but_not_the_books(product: Product) -> None:
    record = StockRecord.objects.get(product__variant_options={"size": "S"})
    guest = Guest()
    guest.add(record.sku)
    body = {
        "basket": guest.basket, "email": "a@example.com", "shipping_address": ADDRESS,
        "shipping": {record.partner.slug: "standard"}, "payment": {"method": "test"},
        "complete": True,
    }  # fmt: skip
    assert guest.send("POST", "/checkouts/", body).status_code == 201
    with pytest.raises(StockCommitted):
        change(product, variants=[variant("S", stock=0), variant("M", "9000.00")])
    assert (
        StockRecord.objects.get(product__variant_options={"size": "M"}).prices.get().amount == 10000
    )
    change(product, variants=[variant("L")])
    left = {each.variant_options["size"]: each.is_public for each in product.children.all()}
    assert left == {"S": False, "L": True}
    change(product, variants=[variant("L"), variant("S")])
    assert product.children.get(variant_options={"size": "S"}).is_public


def test_what_does_not_fit_is_refused_and_nothing_moves(product: Product, staff: Any) -> None:
    with pytest.raises(PriceRefused):
        change(product, staff, title="Other", variants=[variant("S", "0.00"), variant("M")])
    with pytest.raises(VariantsRefused):
        change(product, staff, title="Other", variants=[variant("S"), variant("S")])
    with pytest.raises(VariantsRefused):
        change(product, staff, title="Other", options={"color": "Colour"}, variants=[])
    product.refresh_from_db()
    assert product.title == "Adire shirt"
    assert not OutboxEvent.objects.exists()


def test_only_its_keepers_change_it_and_nobody_when_archived(product: Product, staff: Any) -> None:
    rival = make_user()
    make_vendor(owner=rival)
    for person in (rival, make_user()):
        with pytest.raises(NotYourProduct):
            change(product, person, title="Mine")
    owner = type(rival).objects.get(email="owner@example.com")
    assert change(product, owner, title="Ours").fields == ("title",)
    publishing.archive(product_id=product.pk, by=staff, at=NOW)
    with pytest.raises(ProductArchived):
        change(product, staff, title="Late")
