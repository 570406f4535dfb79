"""A row of a rule: what is compared, how, and with what."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Model

from commerce.catalogue.models import (
    Category,
    OptionType,
    ProductAttribute,  # type: ignore[attr-defined]
)
from commerce.catalogue.rules.grammar import MAX_CONDITIONS
from commerce.catalogue.rules.values import FIELDS
from commerce.partner.models import Partner

LABELS = {
    "category": "Category", "vendor": "Vendor", "price": "Lowest price", "stock": "Stock",
    "newness": "Days since published", "tag": "Tag", "option": "Option",
    "attribute": "Attribute", "on_sale": "On sale", "made_to_measure": "Made to measure",
}  # fmt: skip
OPERATORS = {
    "in": "is one of", "not_in": "is none of", "at_most": "is at most",
    "at_least": "is at least", "is": "is",
}  # fmt: skip
CHOOSE = [("", "Choose …")]


class OperatorSelect(forms.Select):
    """Names with each comparison the fields that know it, so that a script can narrow them."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> Any:
        """Return the option."""
        option = super().create_option(name, value, *args, **kwargs)
        option["attrs"]["data-fields"] = " ".join(
            each for each, operators in FIELDS.items() if value in operators
        )
        return option


class Ticks(forms.ModelMultipleChoiceField):
    """Ticks for categories or vendors; categories below others are set in."""

    def __init__(self, rows: Any) -> None:
        super().__init__(rows, required=False, widget=forms.CheckboxSelectMultiple)

    def label_from_instance(self, obj: Model) -> str:
        """Return the name behind as many spaces as it is deep."""
        return "\u2003" * (getattr(obj, "depth", 1) - 1) + str(obj)


def _select(choices: Any, label: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        choices=choices, required=False, widget=forms.Select({"aria-label": label})
    )


def _line(label: str, **attrs: Any) -> forms.CharField:
    widget = forms.TextInput({"aria-label": label, **attrs})
    return forms.CharField(max_length=2000, required=False, widget=widget)


def _attributes() -> list[tuple[str, str]]:
    found = ProductAttribute.objects.order_by("name", "code").values_list("code", "name")
    return CHOOSE + list(dict(found).items())


def _options() -> list[tuple[str, str]]:
    return CHOOSE + list(OptionType.objects.values_list("code", "name"))


class ConditionForm(forms.Form):
    """A condition; what its value may be is for the rule to say."""

    field = _select(CHOOSE + list(LABELS.items()), "What is compared")
    operator = forms.ChoiceField(
        choices=OPERATORS.items(), required=False,
        widget=OperatorSelect({"aria-label": "How it is compared"}),
    )  # fmt: skip
    categories = Ticks(Category.objects.order_by("path"))
    vendors = Ticks(Partner.objects.order_by("name", "pk"))
    attribute = _select(_attributes, "Attribute")
    option = _select(_options, "Option")
    values = _line("Values, a comma between", placeholder="Values, a comma between")
    amount = _line("Amount", inputmode="decimal", placeholder="50000.00")
    currency = _select([(each, each) for each in settings.SHOP_CURRENCIES], "Currency")
    number = _line("Number", inputmode="numeric")
    availability = _select(
        [("in_stock", "in stock"), ("out_of_stock", "out of stock")], "Availability"
    )
    truth = _select([("yes", "yes"), ("no", "no")], "Yes or no")

    def as_json(self) -> dict[str, Any] | None:
        """Return the condition as a rule has it, or none where nothing is compared."""
        said = getattr(self, "cleaned_data", {})
        if not said.get("field") or said.get("DELETE"):
            return None
        field, operator = said["field"], said.get("operator")
        return {"field": field, "operator": operator, "value": _VALUES[field](said)}


Conditions = forms.formset_factory(
    ConditionForm, extra=1, can_delete=True, max_num=MAX_CONDITIONS, absolute_max=MAX_CONDITIONS + 1
)


def initial_of(said: dict[str, Any]) -> dict[str, Any]:
    """Return what a row shows of a stored condition."""
    field, value = said["field"], said["value"]
    shown: dict[str, Any] = {"field": field, "operator": said["operator"]}
    if field in ("category", "vendor"):
        return shown | {"categories" if field == "category" else "vendors": value}
    if field in ("attribute", "option"):
        return shown | {field: value["code"], "values": ", ".join(value["values"])}
    if field == "tag":
        return shown | {"values": ", ".join(value)}
    if field == "price":
        return shown | value
    if isinstance(value, bool):
        return shown | {"truth": "yes" if value else "no"}
    return shown | {"availability" if isinstance(value, str) else "number": value}


def _number(said: dict[str, Any]) -> Any:
    text = str(said.get("number") or "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 12 else text


def _words(said: dict[str, Any]) -> list[str]:
    return [each for each in map(str.strip, said.get("values", "").split(",")) if each]


def _truth(said: dict[str, Any]) -> bool:
    return bool(said.get("truth") == "yes")


_VALUES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "category": lambda said: [each.pk for each in said.get("categories") or ()],
    "vendor": lambda said: [each.pk for each in said.get("vendors") or ()],
    "attribute": lambda said: {"code": said.get("attribute"), "values": _words(said)},
    "option": lambda said: {"code": said.get("option"), "values": _words(said)},
    "tag": _words,
    "price": lambda said: {
        "amount": said.get("amount", "").strip(),
        "currency": said.get("currency"),
    },
    "newness": _number,
    "stock": lambda said: (
        said.get("availability") if said.get("operator") == "is" else _number(said)
    ),
    "on_sale": _truth,
    "made_to_measure": _truth,
}
