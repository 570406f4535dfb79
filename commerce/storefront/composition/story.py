"""The words of what the CMS tells about a product, in the shape in which it is pushed down."""

from collections.abc import Iterator
from typing import Any

from commerce.storefront.composition.detail import plain_text
from commerce.storefront.search import words

# What editors write about it; labels and addresses of links and symbols of care are not among it.
WRITTEN = frozenset(["title", "text", "attribution", "caption", "note", "question", "alt", "words"])
MARKUP = frozenset({"html", "answer"})
HOLDING = frozenset({"value", "questions", "columns", "rows", "image", "images"})
# About ten pages of print, each word counted once.
MOST = 2000


def words_told(blocks: Any) -> list[str]:
    """Return the first words of the blocks, folded and stemmed, each once."""
    said = (word for text in _texts(blocks) for word in words.words_of(text))
    return list(dict.fromkeys(said))[:MOST]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        for name, held in value.items():
            yield from _named(name, held)


def _named(name: str, held: Any) -> Iterator[str]:
    if name in MARKUP and isinstance(held, str):
        yield plain_text(held)
    elif name in HOLDING or (name in WRITTEN and isinstance(held, str)):
        yield from _texts(held)
