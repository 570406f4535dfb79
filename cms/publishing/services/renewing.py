"""Telling of pages that answer otherwise because of what they show, a bounded number at a time."""

from collections.abc import Iterable

from django.db.models import Model

from cms.core.references import live_pages
from cms.publishing.services import announcing
from common.outbox.services import events

CHANGED = "page_parts.changed"
DUE = "pages.due"
BATCH = 100
MOST_IDS = 500


def ask(*, model: type[Model], ids: Iterable[int]) -> None:
    """Let workers tell of the pages that show these things, which changed; at most 500 an event."""
    name = model._meta.label_lower
    events.record_parts(type=CHANGED, key="ids", ids=ids, size=MOST_IDS, model=name)


def ask_before_deleting(*, model: type[Model], ids: Iterable[int]) -> None:
    """Let workers tell of the pages that show these things, which are about to be deleted.

    Where they are shown is forgotten with them.
    """
    _put_off(live_pages(showing=model, ids=ids))


def renew(*, page_ids: Iterable[int]) -> None:
    """Tell of these pages anew; of more than 100, each 100 become an event of their own."""
    found = set(page_ids)
    if len(found) > BATCH:
        _put_off(found)
    elif found:
        announcing.announce(page_ids=found, anew=True)


def _put_off(page_ids: Iterable[int]) -> None:
    events.record_parts(type=DUE, key="page_ids", ids=page_ids, size=BATCH)
