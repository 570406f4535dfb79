"""What changes elsewhere, refreshed here."""

from collections.abc import Sequence

from django.db.models import Q

from commerce.catalogue.models import Category, Product
from commerce.storefront.services import documents
from common.outbox.consumers import Event, on

_OF = {
    "collection_id": "memberships__collection_id__in",
    "vendor_id": "vendor_id__in",
    "picture_id": "images__image_id__in",
}


@on(
    "product.changed", "stock.changed", "category.changed", "collection.changed",
    "vendor.changed", "vendor.approved",
    "picture.uploaded", "picture.changed", "picture.ready",
    name="storefront.refresh", batch=True,
)  # fmt: skip
def refresh(*, events: Sequence[Event]) -> None:
    """Rebuild the documents of every product that these events are about, once.

    A changed collection is about the products that came or went; one that does not say which is
    about all of its own.
    """
    product_ids = {pk for event in events for pk in event.payload.get("product_ids", [])}
    for key, lookup in _OF.items():
        if ids := {each.payload[key] for each in events if _is_about(each, key)}:
            product_ids |= _products(Q(**{lookup: ids}))
            if key == "collection_id":
                product_ids |= _shown_in(ids)
    if ids := {each.payload["category_id"] for each in events if "category_id" in each.payload}:
        product_ids |= _products(Q(categories__in=_below(ids)))
    if product_ids:
        documents.rebuild(product_ids=sorted(product_ids))


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
