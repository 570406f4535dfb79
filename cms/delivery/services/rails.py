"""Resolving every product that the blocks of a page show, together."""

from collections.abc import Iterator
from typing import Any

from commerce.storefront.selectors import rails

Rail = dict[str, Any]


def of_body(body: Any, *, locale: str, currency: str) -> dict[str, list[Rail]]:
    """Return the product items of every rail in a StreamField value, by block id.

    The number of statements does not grow with the number of rails or products.
    """
    asked = {str(block.id): _question(block.value) for block in _rails(body)}
    return rails.items(asked, locale=locale, currency=currency)


def _rails(body: Any) -> Iterator[Any]:
    return (block for block in body if block.block_type == "product_rail")


def _question(value: Any) -> rails.Question:
    source = value["source"]
    return rails.Question(
        source=source,
        product_ids=tuple(p.pk for p in value["products"] if p is not None)
        if source == "products"
        else (),
        target_id=_pk(value, source),
        limit=value["limit"],
        order=getattr(value.get(source), "order", "newest"),
    )


def _pk(value: Any, source: str) -> int | None:
    chosen = value.get(source) if source in ("collection", "category", "vendor") else None
    return chosen.pk if chosen is not None else None
