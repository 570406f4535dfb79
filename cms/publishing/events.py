"""What workers tell of pages."""

from collections.abc import Sequence

from django.apps import apps

from cms.core.references import live_pages
from cms.publishing.selectors import presence
from cms.publishing.services import announcing, renewing
from common.media.models import Picture
from common.outbox.consumers import Event, on


@on("page_tree.moved", name="publishing.announce_tree")
def announce_tree(*, event: Event) -> None:
    """Tell of every page below the one that moved."""
    page_id = event.payload["page_id"]
    announcing.announce(page_ids=[each for each in presence.subtree(page_id) if each != page_id])


@on(renewing.CHANGED, name="publishing.renew", batch=True)
def renew(*, events: Sequence[Event]) -> None:
    """Tell of the pages that show things which changed, each once."""
    pages: set[int] = set()
    for event in events:
        kind = apps.get_model(event.payload["model"])
        pages |= set(live_pages(showing=kind, ids=event.payload["ids"]))
    renewing.renew(page_ids=pages)


@on("picture.uploaded", "picture.changed", "picture.ready", name="publishing.pictures", batch=True)
def renew_pictures(*, events: Sequence[Event]) -> None:
    """Tell of the pages that show a picture with another file, other words, more sizes or focus."""
    changed = {each.payload["picture_id"] for each in events}
    renewing.renew(page_ids=live_pages(showing=Picture, ids=changed))


@on(renewing.DUE, name="publishing.renew_part")
def renew_part(*, event: Event) -> None:
    """Tell of the pages of one part."""
    renewing.renew(page_ids=event.payload["page_ids"])
