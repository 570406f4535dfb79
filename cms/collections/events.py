"""What collections do to the pages that tell of them."""

from collections.abc import Sequence

from cms.collections.models import CollectionPage
from cms.publishing.services import announcing
from common.outbox.consumers import Event, on


@on("collection.changed", name="cms_collections.announce", batch=True)
def announce_pages(*, events: Sequence[Event]) -> None:
    """Tell of the pages of collections that are shown from now on, or no longer."""
    chosen = {each.payload["collection_id"] for each in events}
    pages = CollectionPage.objects.filter(collection__in=chosen).values_list("pk", flat=True)
    announcing.announce(page_ids=list(pages))
