"""A value of a rule is heard of where a product has it or the dictionary means one to."""

from typing import Any

import pytest

from commerce.catalogue.models import (
    AttributeOption,  # type: ignore[attr-defined]
    AttributeOptionGroup,  # type: ignore[attr-defined]
    OptionType,
    OptionValue,
    Product,
    ProductAttribute,  # type: ignore[attr-defined]
)
from commerce.catalogue.rules import read
from commerce.catalogue.rules.heard import heard, unheard
from tests.factories import make_product

pytestmark = pytest.mark.django_db


def condition(field: str, value: Any) -> Any:
    said = {"field": field, "operator": "in", "value": value}
    return read({"match": "all", "conditions": [said]}).conditions[0]


def coded(code: str, *values: str) -> dict[str, Any]:
    return {"code": code, "values": list(values)}


def test_options_of_variants_and_of_the_dictionary_are_heard_of() -> None:
    make_product(options={"size": ["S", "M"]})
    OptionValue.objects.create(option_type=OptionType.objects.get(code="size"), value="XL")
    said = condition("option", coded("size", "S", "XL", "XXS", "m"))
    assert unheard(said) == ["XXS", "m"]
    assert sorted(heard(said)) == ["M", "S", "XL"]
    assert unheard(condition("option", coded("colour", "S"))) == ["S"]


def test_tags_are_heard_of_and_a_column_of_something_else_breaks_nothing() -> None:
    make_product(tags=["linen", "old"])
    make_product(tags=["linen"])
    Product.objects.filter(pk=make_product().pk).update(tags={"linen": 1})
    said = condition("tag", ["linen", "silk"])
    assert (unheard(said), heard(said)) == (["silk"], ["linen", "old"])


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [("text", "slim", "slim"), ("integer", 7, "7"), ("boolean", True, "true")],
)
def test_attributes_are_heard_of_as_they_are_written(kind: str, value: Any, text: str) -> None:
    product = make_product()
    made = ProductAttribute.objects.create(
        product_class=product.product_class, code="fit", name="Fit", type=kind
    )
    made.save_value(product, value)
    said = condition("attribute", coded("fit", text, "none"))
    assert (unheard(said), heard(said)) == (["none"], [text])


@pytest.mark.parametrize("kind", ["option", "multi_option"])
def test_what_an_attribute_offers_is_heard_of(kind: str) -> None:
    group = AttributeOptionGroup.objects.create(name="Fabric")
    AttributeOption.objects.create(group=group, option="silk")
    ProductAttribute.objects.create(
        product_class=make_product().product_class, code="fabric", name="Fabric", type=kind,
        option_group=group,
    )  # fmt: skip
    assert unheard(condition("attribute", coded("fabric", "silk", "slik"))) == ["slik"]


def test_what_compares_no_words_has_none_to_be_heard_of() -> None:
    assert unheard(condition("vendor", [1])) == []
