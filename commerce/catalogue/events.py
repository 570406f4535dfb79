"""What the catalogue hears of itself."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from commerce.catalogue.models import Category, Product
from commerce.catalogue.services import membership
from common import waking
from common.outbox.consumers import Event, on


@on("product_images.waiting", name="catalogue.fetch_images", batch=True)
def wake_fetching(*, events: Sequence[Event]) -> None:
    """Have the waiting pictures fetched by a task, outside of this transaction."""
    from commerce.catalogue.tasks import fetch_waiting_images

    transaction.on_commit(lambda: waking.enqueue(fetch_waiting_images, expires=60))


@on(
    "product.changed", "stock.changed", "category.changed",
    name="catalogue.memberships", batch=True,
)  # fmt: skip
def settle_memberships(*, events: Sequence[Event]) -> None:
    """Settle which collections with a rule the products of these events are in.

    Who moved is told as `collection.changed`, which is not heard here: nothing goes round. Its
    name comes before `storefront.refresh`, so that documents are mostly composed once.
    """
    product_ids = {pk for event in events for pk in event.payload.get("product_ids", [])}
    if ids := {each.payload["category_id"] for each in events if "category_id" in each.payload}:
        product_ids |= _below(ids)
    membership.refresh_products(product_ids=product_ids, at=timezone.now())


def _below(category_ids: set[int]) -> set[int]:
    found: set[int] = set()
    for each in Category.objects.filter(pk__in=category_ids):
        below = Product.objects.canonical().filter(categories__path__startswith=each.path)
        found.update(below.values_list("pk", flat=True))
    return found
