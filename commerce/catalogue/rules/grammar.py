"""A rule: read from JSON, refused by name, written back as JSON."""

from dataclasses import asdict, dataclass
from typing import Any

from commerce.catalogue.exceptions import (
    RuleMalformed,
    RuleRefused,
    UnknownRuleField,
    UnknownRuleOperator,
)
from commerce.catalogue.rules.values import FIELDS, TIMED

MAX_CONDITIONS = 20
MATCHES = ("all", "any")


@dataclass(frozen=True)
class Condition:
    """What a field is compared with, and how."""

    field: str
    operator: str
    value: Any


@dataclass(frozen=True)
class Rule:
    """Conditions of which all or any must hold."""

    match: str
    conditions: tuple[Condition, ...]

    def as_json(self) -> dict[str, Any]:
        """Return what `read` reads."""
        return {"match": self.match, "conditions": [asdict(each) for each in self.conditions]}

    @property
    def is_timed(self) -> bool:
        """Return whether products come and go by time alone."""
        return any(each.field in TIMED for each in self.conditions)


def read(said: Any, *, pointer: str = "/rule") -> Rule:
    """Return the rule that the JSON says; its pointers begin with `pointer`.

    :raises RuleRefused: when it is none; subclasses tell what is wrong and the pointer where.
    """
    if type(said) is not dict or set(said) != {"match", "conditions"}:
        raise RuleMalformed("A rule has match and conditions.", pointer=pointer)
    if type(said["match"]) is not str or said["match"] not in MATCHES:
        raise RuleMalformed("Match is all or any.", pointer=f"{pointer}/match")
    rows = said["conditions"]
    if type(rows) is not list or not 0 < len(rows) <= MAX_CONDITIONS:
        raise RuleMalformed(
            f"A rule has 1 to {MAX_CONDITIONS} conditions.", pointer=f"{pointer}/conditions"
        )
    found = (_condition(each, f"{pointer}/conditions/{n}") for n, each in enumerate(rows))
    return Rule(said["match"], tuple(found))


def stored(said: Any) -> Rule | None:
    """Return the rule that a collection keeps, or none if it keeps none that could be read."""
    try:
        return read(said)
    except RuleRefused:
        return None


def _condition(said: Any, pointer: str) -> Condition:
    if type(said) is not dict or set(said) != {"field", "operator", "value"}:
        raise RuleMalformed("A condition has field, operator and value.", pointer=pointer)
    field, operator = said["field"], said["operator"]
    if type(field) is not str or field not in FIELDS:
        raise UnknownRuleField("Choose what is compared.", pointer=f"{pointer}/field")
    if type(operator) is not str or operator not in FIELDS[field]:
        raise UnknownRuleOperator(
            "Choose a comparison that fits what is compared.", pointer=f"{pointer}/operator"
        )
    return Condition(field, operator, FIELDS[field][operator](said["value"], f"{pointer}/value"))
