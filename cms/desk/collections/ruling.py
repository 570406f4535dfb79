"""Reads a rule out of its rows, and tells each row what is wrong where it was written."""

from collections.abc import Callable, Sequence
from typing import Any

from commerce.catalogue.rules import Condition, Rule, read
from commerce.catalogue.rules.grammar import MAX_CONDITIONS
from commerce.catalogue.rules.heard import heard, unheard, values_named
from commerce.catalogue.rules.references import require_known
from common.exceptions import Refusal

EMPTY = "Add a condition: what is true of the products you want?"
_INPUTS: dict[str, Callable[[dict[str, Any], str], str]] = {
    "category": lambda said, part: "categories",
    "vendor": lambda said, part: "vendors",
    "attribute": lambda said, part: "attribute" if part == "code" else "values",
    "option": lambda said, part: "option" if part == "code" else "values",
    "tag": lambda said, part: "values",
    "price": lambda said, part: part if part == "currency" else "amount",
    "stock": lambda said, part: "availability" if said["operator"] == "is" else "number",
    "newness": lambda said, part: "number",
    "on_sale": lambda said, part: "truth",
    "made_to_measure": lambda said, part: "truth",
}


def rule_of(rows: Sequence[Any], *, match: str, kept: Rule | None) -> tuple[Rule | None, str]:
    """Return the rule of the rows, or none and what is wrong with it as a whole.

    What is wrong with a row is told at its field. Values that the `kept` rule names already may
    have gone from the shop since: they are let stay.
    """
    used = [(row, said) for row in rows if (said := row.as_json()) is not None]
    if not used:
        return None, EMPTY
    if len(used) > MAX_CONDITIONS:
        return None, f"A rule has 1 to {MAX_CONDITIONS} conditions."
    found = [_condition(row, said, kept) for row, said in used]
    if not all(found):
        return None, ""
    try:
        return read({"match": match, "conditions": [said for _, said in used]}), ""
    except Refusal as refusal:  # Of the rows each was read already.
        return None, refusal.detail


def _condition(row: Any, said: dict[str, Any], kept: Rule | None) -> Condition | None:
    if row.errors:
        return None
    try:
        rule = read({"match": "all", "conditions": [said]})
        require_known(rule)
    except Refusal as refusal:
        row.add_error(_input_of(said, refusal.pointer), refusal.detail)
        return None
    condition = rule.conditions[0]
    if not (problem := _problem(condition, kept)):
        return condition
    row.add_error("values", problem)
    return None


def _input_of(said: dict[str, Any], pointer: str) -> str:
    parts = pointer.split("/")[4:]
    if not parts or parts[0] in ("field", "operator"):
        return parts[0] if parts else "field"
    return _INPUTS[said["field"]](said, parts[1] if len(parts) > 1 else "")


def _problem(said: Condition, kept: Rule | None) -> str:
    known = [
        value
        for each in (kept.conditions if kept else ())
        if each.field == said.field and _code(each) == _code(said)
        for value in values_named(each)
    ]
    if not (strange := [each for each in unheard(said) if each not in known]):
        return ""
    there = heard(said)
    others = f"There are: {', '.join(there)}." if there else "No product has any so far."
    return f"No product has {', '.join(f'“{each}”' for each in strange)}. {others}"


def _code(said: Condition) -> Any:
    return said.value.get("code") if isinstance(said.value, dict) else None
