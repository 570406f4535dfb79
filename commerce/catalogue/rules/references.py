"""Whether what a rule names is there."""

from collections.abc import Callable
from typing import Any

from commerce.catalogue.exceptions import UnknownInRule
from commerce.catalogue.models import (
    Category,
    OptionType,
    ProductAttribute,  # type: ignore[attr-defined]
)
from commerce.catalogue.rules.grammar import Rule
from commerce.partner.models import Partner

_KEYS: dict[str, tuple[Any, str, Callable[[Any], list[Any]]]] = {
    "category": (Category, "pk", list),
    "vendor": (Partner, "pk", list),
    "attribute": (ProductAttribute, "code", lambda value: [value["code"]]),
    "option": (OptionType, "code", lambda value: [value["code"]]),
}


def require_known(rule: Rule, *, pointer: str = "/rule") -> None:
    """Refuse a rule that names what does not exist.

    :raises UnknownInRule: for the first condition that does.
    """
    for place, each in enumerate(rule.conditions):
        if each.field not in _KEYS:
            continue
        model, key, named = _KEYS[each.field]
        wanted = set(named(each.value))
        there = model.objects.filter(**{f"{key}__in": wanted}).values_list(key, flat=True)
        if wanted - set(there):
            raise UnknownInRule(
                f"This {each.field} does not exist any more.",
                pointer=f"{pointer}/conditions/{place}/value",
            )
