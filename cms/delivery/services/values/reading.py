"""Reading stored values, whoever stored them: what is missing or of another shape is empty."""

import math
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from common.utils.text import plain


def words(value: Any, name: str) -> str:
    """Return a plain text of a stored value."""
    said = value.get(name)
    return plain(str(said)) if said and isinstance(said, str | int | float) else ""


def each_of(value: Any, name: str) -> Iterator[Any]:
    """Yield the values of a stored list."""
    stored = value.get(name)
    for each in stored if isinstance(stored, list) else ():
        is_item = isinstance(each, dict) and each.get("type") == "item" and "value" in each
        yield each["value"] if is_item else each


def structs_of(value: Any, name: str) -> Iterator[dict[str, Any]]:
    """Yield the values of a stored list of structures."""
    return (each for each in each_of(value, name) if isinstance(each, dict))


def whole(value: Any, name: str, *, least: int, most: int, default: int) -> int:
    """Return a stored whole number within its bounds."""
    said = value.get(name)
    is_number = isinstance(said, int) and not isinstance(said, bool)
    return min(max(said, least), most) if is_number else default


def fraction(per_cent: Any) -> float:
    """Return per cent, stored as a number or a text, as a fraction of 1."""
    found = 0.0
    with suppress(TypeError, ValueError):
        found = float(per_cent)
    return round(min(max(found, 0.0), 100.0) / 100, 4) if math.isfinite(found) else 0.0
