"""Words."""

from typing import Any

from cms.core.blocks.tables import millimetres
from cms.delivery.services.asking import Shop
from cms.delivery.services.values.reading import each_of, words
from common.utils.text import plain


def rich_text(value: Any, key: str, shop: Shop) -> Any:
    """Return `{"html"}`."""
    return {"html": shop.html(value)}


def quote(value: Any, key: str, shop: Shop) -> Any:
    """Return `{"text", "attribution"}`."""
    return {"text": words(value, "text"), "attribution": words(value, "attribution")}


def faq(value: Any, key: str, shop: Shop) -> Any:
    """Return `{"title", "questions": [{"question", "answer"}]}`; answers are HTML."""
    return {
        "title": words(value, "title"),
        "questions": [
            {"question": words(each, "question"), "answer": shop.html(each.get("answer"))}
            for each in each_of(value, "questions")
        ],
    }


def size_guide(value: Any, key: str, shop: Shop) -> Any:
    """Return a table without its empty rows; a cell is `{"text"}`, a length `min_mm`, `max_mm` too."""
    table = value.get("table") or {}
    columns = table.get("columns") or []
    kinds = [each.get("type") for each in columns]
    return {
        "title": words(value, "title"),
        "note": words(value, "note"),
        "caption": words(table, "caption"),
        "columns": [words(each, "heading") for each in columns],
        "rows": [
            [_cell(kind, said) for kind, said in zip(kinds, row, strict=False)]
            for row in (each.get("values") or () for each in table.get("rows") or ())
            if any(row)
        ],
    }


def _cell(kind: str | None, said: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"text": plain(str(said or ""))}
    lengths = millimetres(found["text"]) if kind == "length" else None
    if lengths:
        found["min_mm"], found["max_mm"] = lengths
    return found


WRITERS = {"rich_text": rich_text, "quote": quote, "faq": faq, "size_guide": size_guide}
