"""How blocks are taken apart for translators, and put together again."""

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue


class Shared:
    """A block whose value is the same in every language, such as a product."""

    def get_translatable_segments(self, value: Any) -> list[Any]:
        """Return nothing: there is nothing to translate."""
        return []

    def restore_translated_segments(self, value: Any, segments: list[Any]) -> Any:
        """Return the value as it is."""
        return value


class Replaceable:
    """A block whose value is kept until a translator puts another in its place: an address."""

    def get_translatable_segments(self, value: Any) -> list[Any]:
        """Return the value, if there is one."""
        return [OverridableSegmentValue("", value)] if value else []

    def restore_translated_segments(self, value: Any, segments: list[Any]) -> Any:
        """Return what was put in its place."""
        return segments[0].data


def of_table(table: Any) -> Iterator[Any]:
    """Yield the words of a typed table, each once; numbers and lengths are no words.

    A word's path is a digest of it, so that it keeps its translation where rows are moved.
    """
    seen = dict.fromkeys(said for said in _words(table) if said)
    yield from (StringSegmentValue(_digest(said), said) for said in seen)


def into_table(table: Any, segments: list[Any]) -> None:
    """Put translated words into a typed table."""
    translated = {each.path: each.render_text() for each in segments}

    def said(source: str) -> str:
        return str(translated.get(_digest(source or ""), source))

    table.caption = said(table.caption)
    for column in table.columns:
        column["heading"] = said(column["heading"])
    for row in table.row_data:
        row["values"] = [
            said(value) if _is_words(column) else value
            for column, value in zip(table.columns, row["values"], strict=True)
        ]


def cell_of(table: Any, path: str) -> Any:
    """Return the block of the cells that hold the word with this path; nothing for a heading."""
    for row in table.row_data:
        for column, value in zip(table.columns, row["values"], strict=True):
            if _is_words(column) and value and _digest(value) == path:
                return column["block"]
    return None


def _words(table: Any) -> Iterator[str]:
    yield table.caption
    yield from (column["heading"] for column in table.columns)
    for row in table.row_data:
        for column, value in zip(table.columns, row["values"], strict=True):
            if _is_words(column):
                yield value


def _is_words(column: Any) -> bool:
    return bool(column["block"].name == "text")


def _digest(said: str) -> str:
    return blake2b(said.encode(), digest_size=8).hexdigest()
