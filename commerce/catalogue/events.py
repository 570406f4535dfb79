"""What the catalogue hears of itself."""

from collections.abc import Sequence

from django.db import transaction

from common import waking
from common.outbox.consumers import Event, on


@on("product_images.waiting", name="catalogue.fetch_images", batch=True)
def wake_fetching(*, events: Sequence[Event]) -> None:
    """Have the waiting pictures fetched by a task, outside of this transaction."""
    from commerce.catalogue.tasks import fetch_waiting_images

    transaction.on_commit(lambda: waking.enqueue(fetch_waiting_images, expires=60))
