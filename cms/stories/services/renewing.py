"""Asking for stories to be resolved anew, a bounded number at a time."""

from collections.abc import Iterable

from common.outbox.services import events

STALE = "stories.stale"
BATCH = 50


def ask(*, story_ids: Iterable[int]) -> None:
    """Let workers resolve these stories anew; an event is of at most fifty."""
    events.record_parts(type=STALE, key="story_ids", ids=story_ids, size=BATCH)
