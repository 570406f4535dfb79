"""What changes elsewhere, refreshed here."""

from collections.abc import Sequence

import structlog
from django.db import transaction
from django.db.models import Q

from commerce.catalogue.models import Category, Product
from commerce.storefront.services import documents
from common.outbox.consumers import Event, on
from common.outbox.services import events as outbox

_OF = {
    "collection_id": "memberships__collection_id__in",
    "vendor_id": "vendor_id__in",
    "picture_id": "images__image_id__in",
}
DUE = "documents.due"
TENTH = 10
log = structlog.get_logger(__name__)


@on(
    "product.changed", "stock.changed", "category.changed", "collection.changed",
    "vendor.changed", "vendor.approved",
    "picture.uploaded", "picture.changed", "picture.ready", documents.CONTENT,
    name="storefront.refresh", batch=True,
)  # fmt: skip
def refresh(*, events: Sequence[Event]) -> None:
    """Rebuild the documents of every product that these events are about, once.

    Of more than 200 products each 200 become an event of their own: a transaction each, later
    parts later, so that neither locks nor the events of others wait for all of them. A changed collection is about the products that came or went;
    one that does not say which is about all of its own.
    """
    product_ids = {pk for event in events for pk in event.payload.get("product_ids", [])}
    for key, lookup in _OF.items():
        if ids := {each.payload[key] for each in events if _is_about(each, key)}:
            product_ids |= _products(Q(**{lookup: ids}))
            if key == "collection_id":
                product_ids |= _shown_in(ids)
    if ids := {each.payload["category_id"] for each in events if "category_id" in each.payload}:
        product_ids |= _products(Q(categories__in=_below(ids)))
    if len(product_ids) <= documents.BATCH:
        _rebuild(product_ids)
        return
    outbox.record_parts(type=DUE, key="product_ids", ids=product_ids, size=documents.BATCH)


@on(DUE, name="storefront.refresh_part")
def refresh_part(*, event: Event) -> None:
    """Rebuild the documents of the products of one part."""
    _rebuild(set(event.payload["product_ids"]))


def _rebuild(product_ids: set[int]) -> None:
    """Rebuild the documents of few products; where it cannot be done, each tenth of them alone.

    In the end one product is alone with what is wrong with it, is tried again later as any event
    is, and all others are written.
    """
    try:
        with transaction.atomic():
            documents.rebuild(product_ids=product_ids)
    except Exception:
        if len(product_ids) <= 1:
            raise
        log.exception("documents_not_made", products=len(product_ids))
        size = -(-len(product_ids) // TENTH)
        outbox.record_parts(type=DUE, key="product_ids", ids=product_ids, size=size)


def _is_about(event: Event, key: str) -> bool:
    return key in event.payload and "product_ids" not in event.payload


def _products(condition: Q) -> set[int]:
    return set(Product.objects.canonical().filter(condition).values_list("pk", flat=True))


def _shown_in(collection_ids: set[int]) -> set[int]:
    from commerce.storefront.models import ProductDocument

    shown = ProductDocument.objects.filter(collection_ids__overlap=sorted(collection_ids))
    return set(shown.values_list("product_id", flat=True))


def _below(category_ids: set[int]) -> list[int]:
    return [
        pk
        for each in Category.objects.filter(pk__in=category_ids)
        for pk in Category.get_tree(each).values_list("pk", flat=True)
    ]
