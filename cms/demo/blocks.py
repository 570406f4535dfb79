"""Blocks as they are stored."""

import uuid
from typing import Any

Block = dict[str, Any]


def block(kind: str, value: Any) -> Block:
    """Return a block of a page, or an item of a list."""
    return {"type": kind, "value": value, "id": str(uuid.uuid4())}


def items(*values: Any) -> list[Block]:
    """Return a list inside a block."""
    return [block("item", each) for each in values]


def text(html: str) -> Block:
    """Return formatted text."""
    return block("rich_text", html)


def hero(title: str, said: str, *, image: Any = None, label: str = "", url: str = "") -> Block:
    """Return an opening."""
    value = {"title": title, "text": said, "image": image and image.pk}
    return block("hero", {**value, "link_label": label, "link_url": url})


def quote(said: str, by: str) -> Block:
    """Return somebody's words."""
    return block("quote", {"text": said, "attribution": by})


def faq(title: str, *pairs: tuple[str, str]) -> Block:
    """Return questions with their answers in HTML."""
    asked = ({"question": question, "answer": f"<p>{answer}</p>"} for question, answer in pairs)
    return block("faq", {"title": title, "questions": items(*asked)})


def rail(title: str, source: str, **more: Any) -> Block:
    """Return a row of products."""
    empty: dict[str, Any] = {
        "products": [],
        "collection": None,
        "category": None,
        "vendor": None,
        "limit": 8,
    }
    return block("product_rail", {"title": title, "source": source, **empty, **more})


def call(title: str, said: str, label: str, *, page: Any = None, url: str = "") -> Block:
    """Return a line that asks for something; the way on is a page or an address."""
    link = {"label": label, "page": page and page.pk, "url": url}
    value = {"title": title, "text": said, "tone": "strong", "links": items(link)}
    return block("call_to_action", value)


def picture(image: Any, alt: str, caption: str = "") -> Block:
    """Return a picture with words under it."""
    return block("image", {"image": image.pk, "alt": alt, "caption": caption})


def sizes(title: str, note: str, caption: str, heads: list[str], rows: list[list[str]]) -> Block:
    """Return a table of sizes, lengths in centimetres."""
    columns = [
        {"type": "length" if place else "text", "heading": head} for place, head in enumerate(heads)
    ]
    table = {"caption": caption, "columns": columns, "rows": [{"values": row} for row in rows]}
    return block("size_guide", {"title": title, "note": note, "table": table})
