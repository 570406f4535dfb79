"""Attributes of a product: on the wire and as filter terms."""

from collections.abc import Sequence
from typing import Any

from commerce.storefront.composition.variants import TERM_LENGTH
from common.utils.text import plain


def attributes_of(values: Sequence[Any], product_id: int) -> list[dict[str, Any]]:
    """Return `{"code", "name", "value"}` of a product, several values as a list."""
    found = []
    for each in values:
        value = _value(each)
        if each.product_id == product_id and value not in (None, "", []):
            found.append(
                {"code": each.attribute.code, "name": plain(each.attribute.name), "value": value}
            )
    return found


def attribute_terms(values: Sequence[Any], product_id: int) -> list[str]:
    """Return `attr.material=silk` for each value that one can filter by."""
    short = [each for each in values if each.attribute.type != "richtext"]
    terms = []
    for each in attributes_of(short, product_id):
        several = each["value"] if isinstance(each["value"], list) else [each["value"]]
        terms += [f"attr.{each['code']}={_text(value)}"[:TERM_LENGTH] for value in several]
    return terms


def _value(row: Any) -> Any:
    kind = row.attribute.type
    if kind == "option":
        return plain(row.value_option.option) if row.value_option else None
    if kind == "multi_option":
        return [plain(each.option) for each in row.value_multi_option.all()]
    value = getattr(row, f"value_{kind}", None)
    if isinstance(value, str):
        return plain(value)
    return value.isoformat() if kind in ("date", "datetime") and value else value


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return " ".join(str(value).split())
