"""Reading stored values: what an older form of a block lacks is empty."""

from collections.abc import Iterator
from typing import Any

from common.utils.text import plain


def words(value: Any, name: str) -> str:
    """Return a plain text of a stored value."""
    return plain(str(value.get(name) or ""))


def each_of(value: Any, name: str) -> Iterator[Any]:
    """Yield the values of a stored list."""
    for each in value.get(name) or ():
        is_item = isinstance(each, dict) and each.get("type") == "item" and "value" in each
        yield each["value"] if is_item else each
