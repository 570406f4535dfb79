"""Block values as clients get them: resolved, cleaned, never a bare id."""

from collections.abc import Callable, Iterator
from typing import Any

from cms.delivery.services.asking import Asked, Found, Shop
from cms.delivery.services.values import media, shop, text, ways

Writer = Callable[[Any, str, Shop], Any]
WRITERS: dict[str, Writer] = {**text.WRITERS, **media.WRITERS, **shop.WRITERS, **ways.WRITERS}

# A block that no editor puts into a body: what a product's story says of its care.
CARE = "care"


def written(body: list[dict[str, Any]], shop: Shop) -> Iterator[dict[str, Any]]:
    """Yield `{"type", "id", "value"}` of stored blocks; what has nothing to show is left out."""
    for block in body:
        writer = WRITERS.get(block["type"])
        key = str(block.get("id") or "")
        value = writer(block["value"], key, shop) if writer else None
        if value is not None:
            yield {"type": block["type"], "id": key, "value": value}


def resolved(body: list[dict[str, Any]], *, locale: str, currency: str) -> list[dict[str, Any]]:
    """Return stored blocks as clients get them; the statements do not grow with the blocks."""
    asked = Asked()
    list(written(body, asked))
    return list(written(body, Found(asked, locale=locale, currency=currency)))
