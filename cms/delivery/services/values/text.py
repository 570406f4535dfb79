"""Words."""

from typing import Any

from cms.core.blocks.tables import millimetres
from cms.delivery.services.asking import Shop
from cms.delivery.services.values.reading import each_of, structs_of, words
from common.utils.text import plain


def rich_text(value: Any, shop: Shop) -> Any:
    """Return `{"html"}`."""
    return {"html": shop.html(value if isinstance(value, str) else "")}


def quote(value: Any, shop: Shop) -> Any:
    """Return `{"text", "attribution"}`."""
    return {"text": words(value, "text"), "attribution": words(value, "attribution")}


def faq(value: Any, shop: Shop) -> Any:
    """Return `{"title", "questions": [{"question", "answer"}]}`; answers are HTML."""
    return {
        "title": words(value, "title"),
        "questions": [
            {"question": words(each, "question"), "answer": shop.html(each.get("answer"))}
            for each in structs_of(value, "questions")
        ],
    }


def size_guide(value: Any, shop: Shop) -> Any:
    """Return a table without its empty rows; a cell is `{"text"}`, a length `min_mm`, `max_mm` too."""
    stored = value.get("table")
    table = stored if isinstance(stored, dict) else {}
    columns = list(structs_of(table, "columns"))
    kinds = [words(each, "type") for each in columns]
    return {
        "title": words(value, "title"),
        "note": words(value, "note"),
        "caption": words(table, "caption"),
        "columns": [words(each, "heading") for each in columns],
        "rows": [
            [_cell(kind, said) for kind, said in zip(kinds, row, strict=False)]
            for row in (list(each_of(each, "values")) for each in structs_of(table, "rows"))
            if any(row)
        ],
    }


def _cell(kind: str, said: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"text": plain(str(said or ""))}
    lengths = millimetres(found["text"]) if kind == "length" else None
    if lengths:
        found["min_mm"], found["max_mm"] = lengths
    return found


WRITERS = {"rich_text": rich_text, "quote": quote, "faq": faq, "size_guide": size_guide}
