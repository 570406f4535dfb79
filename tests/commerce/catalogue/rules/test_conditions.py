"""Each condition finds the products it means, and only those."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given, settings

from commerce.catalogue.exceptions import RuleRefused, UnknownInRule
from commerce.catalogue.models import (
    AttributeOption,  # type: ignore[attr-defined]
    AttributeOptionGroup,  # type: ignore[attr-defined]
    Product,
    ProductAttribute,  # type: ignore[attr-defined]
    ProductAttributeValue,  # type: ignore[attr-defined]
)
from commerce.catalogue.rules import read
from commerce.catalogue.rules.conditions import condition, order
from commerce.catalogue.rules.references import require_known
from commerce.partner.models import Price, StockRecord
from tests.commerce.catalogue.rules.test_grammar import RULE
from tests.factories import make_category, make_product, make_vendor

pytestmark = pytest.mark.django_db


def found(*conditions: tuple[str, str, Any], match: str = "all") -> set[int]:
    rows = [dict(zip(("field", "operator", "value"), each, strict=True)) for each in conditions]
    sql, params = condition(read({"match": match, "conditions": rows}), at=timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT p.id FROM catalogue_product p WHERE p.structure <> 'child' AND ({sql})", params
        )
        return {row[0] for row in cursor.fetchall()}


def test_a_category_holds_what_is_below_it() -> None:
    women = make_category()
    shirts = make_category(parent=women)
    one, two = make_product(categories=(shirts,)), make_product(categories=(make_category(),))
    assert found(("category", "in", [women.pk])) == {one.pk}
    assert found(("category", "not_in", [women.pk])) == {two.pk}
    assert found(("category", "in", [women.pk + 10_000])) == set()


def test_a_vendor_and_whether_it_is_made_to_measure() -> None:
    vendor = make_vendor()
    one, two = make_product(vendor=vendor), make_product(is_made_to_measure=True)
    assert found(("vendor", "in", [vendor.pk])) == {one.pk}
    assert found(("vendor", "not_in", [vendor.pk])) == {two.pk}
    assert found(("made_to_measure", "is", True)) == {two.pk}
    both = (("vendor", "in", [vendor.pk]), ("made_to_measure", "is", True))
    assert found(*both) == set()
    assert found(*both, match="any") == {one.pk, two.pk}


def test_an_option_is_one_of_a_variant_that_is_sold() -> None:
    one = make_product(options={"size": ["S", "M"]})
    two = make_product(options={"size": ["M", "L"]})
    size = {"code": "size", "values": ["S", "L"]}
    assert found(("option", "in", size)) == {one.pk, two.pk}
    Product.objects.filter(parent=two, variant_options={"size": "L"}).update(is_public=False)
    assert found(("option", "in", size)) == {one.pk}
    assert found(("option", "not_in", size)) == {two.pk}


def test_an_attribute_is_a_text_or_a_choice_of_the_product_or_a_variant() -> None:
    one, two, three = make_product(), make_product(options={"size": ["S"]}), make_product()
    group = AttributeOptionGroup.objects.create(name="Material")
    silk = AttributeOption.objects.create(group=group, option="silk")
    known = {"product_class": one.product_class, "name": "Material"}
    choice, many, text = (
        ProductAttribute.objects.create(code=f"m_{kind}", type=kind, option_group=group, **known)
        for kind in ("option", "multi_option", "text")
    )
    values = ProductAttributeValue.objects
    values.create(product=one, attribute=choice, value_option=silk)
    values.create(product=two.children.get(), attribute=text, value_text="silk")
    values.create(product=three, attribute=many).value_multi_option.set([silk])
    for product, code in ((one, "m_option"), (two, "m_text"), (three, "m_multi_option")):
        said = {"code": code, "values": ["wool", "silk"]}
        assert found(("attribute", "in", said)) == {product.pk}
        assert len(found(("attribute", "not_in", said))) == 2


def test_a_price_is_the_lowest_that_is_valid_in_its_currency() -> None:
    one, two = make_product(price="100"), make_product(price="200", currency="USD")
    make_product(price="90")
    now = timezone.now()
    Price.objects.filter(amount=90).update(valid_until=now - timedelta(days=1))
    naira = {"amount": "100.00", "currency": "NGN"}
    assert found(("price", "at_most", naira)) == {one.pk}
    assert found(("price", "at_least", naira)) == {one.pk}
    assert found(("price", "at_least", {**naira, "amount": "100.01"})) == set()
    assert found(("price", "at_most", {"amount": "200", "currency": "USD"})) == {two.pk}
    Price.objects.create(
        stockrecord=StockRecord.objects.get(product=one), currency="USD", amount=999,
        valid_from=now + timedelta(days=1),
    )  # fmt: skip
    assert found(("price", "at_least", {"amount": "1", "currency": "USD"})) == {two.pk}


def test_stock_counts_what_is_left_and_is_endless_where_nobody_counts() -> None:
    some, none, later, endless = (
        make_product(stock=n, options={"size": ["S", "M"]}) for n in (3, 0, 0, 0)
    )
    records = StockRecord.objects.all()
    records.filter(product__parent=later).update(allow_backorder=True)
    records.filter(product__parent=endless).update(is_tracked=False)
    records.filter(product__parent=some).update(num_reserved=1)
    assert found(("stock", "is", "in_stock")) == {some.pk, endless.pk}
    assert found(("stock", "is", "out_of_stock")) == {none.pk}
    assert found(("stock", "at_least", 4)) == {some.pk, endless.pk}
    assert found(("stock", "at_least", 5)) == {endless.pk}
    assert found(("stock", "at_most", 3)) == {none.pk, later.pk}
    assert found(("stock", "at_most", 4)) == {none.pk, later.pk, some.pk}


def test_newness_tags_and_reductions() -> None:
    now = timezone.now()
    new = make_product(published_at=now - timedelta(days=29), tags=["linen", "aso oke"])
    old = make_product(published_at=now - timedelta(days=31), compare_at="20000.00")
    assert found(("newness", "at_most", 30)) == {new.pk}
    assert found(("newness", "at_least", 30)) == {old.pk}
    assert found(("tag", "in", ["aso oke", "x"])) == {new.pk}
    assert found(("tag", "not_in", ["linen"])) == {old.pk}
    assert found(("on_sale", "is", True)) == {old.pk}
    assert found(("on_sale", "is", False)) == {new.pk}


def test_a_rule_may_only_name_what_there_is() -> None:
    category, vendor = make_category(), make_vendor()
    known = [
        {"field": "category", "operator": "in", "value": [category.pk]},
        {"field": "vendor", "operator": "in", "value": [vendor.pk]},
    ]
    require_known(read({"match": "all", "conditions": known}))
    for field, value in (
        ("category", [category.pk, 2**62]), ("vendor", [2**62]),
        ("option", {"code": "none", "values": ["M"]}),
        ("attribute", {"code": "none", "values": ["M"]}),
    ):  # fmt: skip
        last = {"field": field, "operator": "in", "value": value}
        with pytest.raises(UnknownInRule) as told:
            require_known(read({"match": "all", "conditions": [*known, last]}))
        assert told.value.pointer == "/rule/conditions/2/value"


@given(RULE)
@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_rule_that_is_read_can_be_asked(said: Any) -> None:
    try:
        rule = read(said)
        require_known(rule)
    except RuleRefused:
        return
    sql, params = condition(rule, at=timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT bool_and(({sql}) IS NOT NULL) FROM catalogue_product p", params)


@pytest.mark.parametrize("sort", ["newest", "price", "-price", "popularity", "title"])
def test_products_are_sorted_as_a_collection_shows_them(sort: str) -> None:
    now = timezone.now()
    b = make_product(title="b", price="20", popularity=1, published_at=now)
    a = make_product(title="A", price="10", popularity=5, published_at=now - timedelta(days=1))
    sql, params = order(sort, at=now)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT p.id FROM catalogue_product p ORDER BY {sql}", params)
        rows = [row[0] for row in cursor.fetchall()]
    assert rows == ([b.pk, a.pk] if sort in ("newest", "-price") else [a.pk, b.pk])
