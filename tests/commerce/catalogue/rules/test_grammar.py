"""A rule says what can be asked, or is refused by name and place."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commerce.catalogue import exceptions
from commerce.catalogue.rules import read
from commerce.catalogue.rules.values import FIELDS

CHEAP = {
    "field": "price", "operator": "at_most", "value": {"amount": "50000", "currency": "NGN"},
}  # fmt: skip


def rule(*conditions: Any, match: Any = "all") -> dict[str, Any]:
    return {"match": match, "conditions": list(conditions)}


def test_a_rule_is_read_and_written_back_in_one_form() -> None:
    said = rule(CHEAP, {"field": "tag", "operator": "in", "value": [" linen ", "aso oke"]})
    found = read(said)
    assert found.as_json() == rule(
        {**CHEAP, "value": {"amount": "50000.00", "currency": "NGN"}},
        {"field": "tag", "operator": "in", "value": ["linen", "aso oke"]},
    )
    assert read(found.as_json()) == found
    assert found.is_timed
    assert not read(rule({"field": "made_to_measure", "operator": "is", "value": True})).is_timed


@pytest.mark.parametrize(
    ("said", "refusal", "pointer"),
    [
        ([], "RuleMalformed", "/rule"),
        ({"match": "all"}, "RuleMalformed", "/rule"),
        (rule(CHEAP) | {"limit": 3}, "RuleMalformed", "/rule"),
        (rule(CHEAP, match="some"), "RuleMalformed", "/rule/match"),
        (rule(), "RuleMalformed", "/rule/conditions"),
        (rule(*[CHEAP] * 21), "RuleMalformed", "/rule/conditions"),
        (rule(CHEAP, {"field": "price"}), "RuleMalformed", "/rule/conditions/1"),
        (rule({**CHEAP, "field": "colour"}), "UnknownRuleField", "/rule/conditions/0/field"),
        (rule({**CHEAP, "operator": "in"}), "UnknownRuleOperator", "/rule/conditions/0/operator"),
    ],
)
def test_what_is_no_rule_is_refused_where_it_is_wrong(
    said: Any, refusal: str, pointer: str
) -> None:
    with pytest.raises(getattr(exceptions, refusal)) as told:
        read(said)
    assert (type(told.value).__name__, told.value.pointer) == (refusal, pointer)


@pytest.mark.parametrize(
    ("field", "operator", "value", "place"),
    [
        ("category", "in", [], ""), ("category", "in", [True], ""), ("vendor", "in", ["1"], ""),
        ("vendor", "in", [2**63], ""), ("category", "in", list(range(1, 102)), ""),
        ("tag", "in", ["a\x00"], ""), ("tag", "in", ["\ud800"], ""), ("tag", "in", [" "], ""),
        ("tag", "in", ["a" * 201], ""), ("option", "in", {"code": "size"}, ""),
        ("option", "in", {"code": "si ze", "values": ["M"]}, "/code"),
        ("attribute", "not_in", {"code": "fit", "values": "slim"}, "/values"),
        ("price", "at_most", {"amount": 5, "currency": "NGN"}, "/amount"),
        ("price", "at_most", {"amount": "-5", "currency": "NGN"}, "/amount"),
        ("price", "at_most", {"amount": "5.005", "currency": "NGN"}, "/amount"),
        ("price", "at_most", {"amount": "٥", "currency": "NGN"}, "/amount"),
        ("price", "at_most", {"amount": "5", "currency": "ZZZ"}, "/currency"),
        ("newness", "at_most", 0, ""), ("newness", "at_most", 1.5, ""),
        ("stock", "at_least", -1, ""), ("stock", "is", "backorder", ""),
        ("on_sale", "is", 1, ""), ("made_to_measure", "is", None, ""),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_is_refused(
    field: str, operator: str, value: Any, place: str
) -> None:
    with pytest.raises(exceptions.RuleValueRefused) as told:
        read(rule({"field": field, "operator": operator, "value": value}))
    assert told.value.pointer == f"/rule/conditions/0/value{place}"


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text()
    | st.sampled_from(["NGN", "in_stock", "50000.00", "size"]),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.text(max_size=3) | st.sampled_from(["code", "values", "amount", "currency"]), inner,
        max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip
GOOD = [
    True, 3, "in_stock", ["%s", "linen"], {"code": "size", "values": ["M", "'; --"]}, [1],
    {"amount": "50000.00", "currency": "NGN"},
]  # fmt: skip
OPERATORS = sorted({each for known in FIELDS.values() for each in known})
CONDITION = ANYTHING | st.fixed_dictionaries(
    {
        "field": st.sampled_from(sorted(FIELDS)) | ANYTHING,
        "operator": st.sampled_from(OPERATORS) | ANYTHING,
        "value": st.sampled_from(GOOD) | ANYTHING,
    }
)
RULE = ANYTHING | st.fixed_dictionaries(
    {"match": st.sampled_from(["all", "any"]) | ANYTHING,
     "conditions": st.lists(CONDITION, max_size=4) | ANYTHING}
)  # fmt: skip


@given(RULE)
@settings(max_examples=1500, deadline=None)
def test_whatever_is_said_is_read_or_refused(said: Any) -> None:
    pointer, found = "/rule", None
    try:
        found = read(said)
    except exceptions.RuleRefused as refusal:
        pointer = refusal.pointer
    assert pointer.startswith("/rule")
    assert found is None or read(found.as_json()) == found
