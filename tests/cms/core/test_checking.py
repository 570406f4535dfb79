"""A draft that is checked lets nobody publish what lacks something."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from threading import Event
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks import CharBlock, StreamBlock
from wagtail.blocks.base import BlockField

LONG = 20


class Slow(CharBlock):  # type: ignore[misc]
    """Is checked until somebody lets it go."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.begun, self.go = Event(), Event()

    def clean(self, value: Any) -> Any:
        self.begun.set()
        assert self.go.wait(LONG)
        return super().clean(value)


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor() as found:
        yield found


def outcome(blocks: StreamBlock, kind: str, *, is_draft: bool) -> bool:
    """Check one empty block in a form; return whether it was let pass."""
    field = BlockField(blocks)
    if is_draft:
        field.is_deferred_validation = True
    value = blocks.to_python([{"type": kind, "value": ""}])
    try:
        field.clean(value)
    except ValidationError:
        return False
    return True


def test_a_publication_is_checked_as_one_while_a_draft_is_checked(pool: ThreadPoolExecutor) -> None:
    slow = Slow()
    blocks = StreamBlock([("slow", slow), ("said", CharBlock())])
    assert not outcome(blocks, "said", is_draft=False)
    draft = pool.submit(outcome, blocks, "slow", is_draft=True)
    assert slow.begun.wait(LONG)
    publication = pool.submit(outcome, blocks, "said", is_draft=False)
    wait([publication], timeout=0.5)
    slow.go.set()
    assert draft.result(LONG)
    assert not publication.result(LONG), "it was published without its words"
