"""Telling the rest of the house what changed in the catalogue."""

from collections.abc import Iterable
from datetime import datetime
from itertools import batched

from common.outbox.services import events

PRODUCTS_AT_ONCE = 500


def product_changed(product_ids: Iterable[int]) -> None:
    """Record that these canonical products changed; nothing if there are none."""
    _about_products("product.changed", product_ids)


def stock_changed(product_ids: Iterable[int]) -> None:
    """Record that the stock of these canonical products changed; nothing if there are none."""
    _about_products("stock.changed", product_ids)


def images_waiting(
    image_ids: Iterable[int], *, attempt: int = 1, at: datetime | None = None
) -> None:
    """Record that these product images wait to be fetched, from then on; nothing if none do."""
    ids = list(image_ids)
    if ids:
        events.record(
            type="product_images.waiting",
            subject_id=str(ids[0]),
            payload={"image_ids": ids, "attempt": attempt},
            at=at,
        )


def category_changed(category_id: int) -> None:
    """Record that a category's name, place or visibility changed."""
    events.record(
        type="category.changed", subject_id=str(category_id), payload={"category_id": category_id}
    )


def collection_changed(collection_id: int, product_ids: Iterable[int]) -> None:
    """Record that a collection changed, and which products came or went."""
    ids = sorted(set(product_ids))
    for some in batched(ids, PRODUCTS_AT_ONCE) if ids else [()]:
        events.record(
            type="collection.changed",
            subject_id=str(collection_id),
            payload={"collection_id": collection_id, "product_ids": list(some)},
        )


def _about_products(type: str, product_ids: Iterable[int]) -> None:
    ids = sorted(set(product_ids))
    if ids:
        events.record(type=type, subject_id=str(ids[0]), payload={"product_ids": ids})
