"""What workers tell of pages."""

from cms.publishing.selectors import presence
from cms.publishing.services import announcing
from common.outbox.consumers import Event, on


@on("page_tree.moved", name="publishing.announce_tree")
def announce_tree(*, event: Event) -> None:
    """Tell of every page below the one that moved."""
    page_id = event.payload["page_id"]
    announcing.announce(page_ids=[each for each in presence.subtree(page_id) if each != page_id])
