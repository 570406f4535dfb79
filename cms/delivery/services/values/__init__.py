"""Block values as clients get them: resolved, cleaned, never a bare id."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from cms.core.blocks.ids import is_id
from cms.delivery.services.asking import Asked, Found, Shop
from cms.delivery.services.values import media, shop, text, ways

Writer = Callable[[Any, Shop], Any]
WRITERS: dict[str, Writer] = {**text.WRITERS, **media.WRITERS, **shop.WRITERS, **ways.WRITERS}

# A block that no editor puts into a body: what a product's story says of its care.
CARE = "care"


def written(body: list[dict[str, Any]], shop: Shop) -> Iterator[dict[str, Any]]:
    """Yield `{"type", "id", "value"}` of stored blocks; what has nothing to show is left out."""
    for place, block in enumerate(body):
        kind = block["type"]
        writer = WRITERS.get(kind)
        value = writer(_of(block), shop) if writer else None
        if value is not None:
            own = block.get("id")
            key = own if is_id(own) else uuid5(NAMESPACE_OID, f"{place} {kind}")
            yield {"type": kind, "id": str(key), "value": value}


def _of(block: dict[str, Any]) -> Any:
    """Return what a block holds: text of rich text, a structure of all others."""
    value = block.get("value")
    return value if isinstance(value, dict) or block["type"] == "rich_text" else {}


def resolved(body: list[dict[str, Any]], *, locale: str, currency: str) -> list[dict[str, Any]]:
    """Return stored blocks as clients get them; the statements do not grow with the blocks."""
    asked = Asked()
    list(written(body, asked))
    return list(written(body, Found(asked, locale=locale, currency=currency)))
