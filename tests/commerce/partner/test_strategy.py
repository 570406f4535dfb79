"""Prices and availability of a variant."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from commerce.partner.models import Price
from commerce.partner.strategy import Selector, _fixed
from tests.factories import make_product, make_vendor

pytestmark = pytest.mark.django_db


def _info(product, currency="NGN", **fields):
    return Selector().strategy(currency=currency).fetch_for_product(product, **fields)


def test_a_price_includes_tax_and_splits_to_the_cent():
    info = _info(make_product(price="10000.00", compare_at="12000.00"))

    assert info.price.incl_tax == Decimal("10000.00")
    assert info.price.excl_tax == Decimal("9302.33")
    assert info.price.tax == Decimal("697.67")
    assert info.price.effective_price == Decimal("10000.00")
    assert info.price.retail == Decimal("12000.00")


@given(st.decimals(min_value="0.01", max_value="999999999999.99", places=2))
def test_net_and_tax_always_sum_to_the_gross(amount):
    price = _fixed(amount, "NGN", None)

    assert price.excl_tax + price.tax == price.incl_tax == amount
    assert price.excl_tax == price.excl_tax.quantize(Decimal("0.01"))
    assert price.tax >= 0


def test_only_the_asked_currency_counts():
    product = make_product(currency="NGN")

    info = _info(product, currency="USD")

    assert not info.price.exists
    assert info.availability.code == "out_of_stock"
    assert not info.availability.is_available_to_buy


@pytest.mark.parametrize(
    ("starts", "ends", "valid"), [(-1, 1, True), (1, 2, False), (-2, -1, False), (-1, 0, False)]
)
def test_a_price_counts_while_it_is_valid(starts, ends, valid):
    product = make_product()
    now = timezone.now()
    Price.objects.update(
        valid_from=now + timedelta(hours=starts), valid_until=now + timedelta(hours=ends)
    )

    info = Selector().strategy(currency="NGN", at=now).fetch_for_product(product)

    assert info.price.exists is valid


@pytest.mark.parametrize(
    ("fields", "code", "permitted"),
    [
        ({"num_in_stock": 3, "num_allocated": 1}, "in_stock", 2),
        ({"num_in_stock": 3, "num_allocated": 2, "num_reserved": 1}, "out_of_stock", 0),
        ({"num_in_stock": 0, "allow_backorder": True}, "backorder", 50),
        ({"num_in_stock": 0, "num_allocated": 4, "allow_backorder": True}, "backorder", 50),
        ({"num_in_stock": 1, "allow_backorder": True}, "in_stock", 50),
        ({"num_in_stock": 0, "is_tracked": False}, "in_stock", 50),
    ],
)
def test_availability_follows_the_stock(fields, code, permitted):
    product = make_product()
    product.stockrecords.update(**fields)

    availability = _info(product).availability

    assert availability.code == code
    assert availability.is_purchase_permitted(permitted)[0] is bool(permitted)
    assert (
        availability.num_available is None
        or not availability.is_purchase_permitted(permitted + 1)[0]
    )


def test_made_to_measure_is_made_to_order():
    product = make_product(is_made_to_measure=True)
    product.stockrecords.update(is_tracked=False)

    assert _info(product).availability.code == "made_to_order"


@pytest.mark.parametrize(
    "change",
    [
        {"is_public": False},
        {"status": "draft"},
        {"status": "submitted"},
        {"status": "archived"},
        {"vendor": {"status": "suspended"}},
        {"vendor": {"status": "pending"}},
        {"vendor": {"is_open": False}},
    ],
)
@pytest.mark.parametrize("options", [None, {"size": ["S"]}])
def test_what_is_not_served_is_not_sold(change, options):
    change = dict(change)
    vendor = make_vendor(**change.pop("vendor", {}))
    product = make_product(vendor=vendor, options=options, **change)
    variant = product.children.get() if options else product

    info = _info(variant)

    assert not info.price.exists
    assert not info.availability.is_available_to_buy


def test_a_hidden_variant_is_not_sold_and_its_sister_is():
    small, medium = make_product(options={"size": ["S", "M"]}).children.order_by("pk")
    small.is_public = False

    assert not _info(small).price.exists
    assert _info(medium).price.exists


def test_a_parent_has_the_lowest_price_of_its_variants():
    product = make_product(options={"size": ["S", "M"]})
    Price.objects.filter(stockrecord__sku__endswith="-M").update(amount=Decimal("9000.00"))

    info = Selector().strategy(currency="NGN").fetch_for_parent(product)

    assert info.price.incl_tax == Decimal("9000.00")
    assert info.availability.is_available_to_buy
