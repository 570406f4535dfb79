"""Blocks are checked by one thread at a time.

A block is one object for all threads of a process, and Wagtail says on it that what is checked is
only a draft. Meanwhile another thread would check a publication as a draft, too; and where two
begin at once, a field would be required by nobody until the process ends.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from threading import RLock
from typing import Any

from wagtail.blocks.base import BlockField

_TURN = RLock()


@contextmanager
def in_turn() -> Iterator[None]:
    """Wait until no other thread of this process checks blocks, and keep them waiting."""
    with _TURN:
        yield


def take_turns() -> None:
    """Have the fields of all forms check their blocks in turn."""
    BlockField.clean = _waiting(BlockField.clean)


def _waiting(clean: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    @wraps(clean)
    def waited(self: Any, value: Any) -> Any:
        with in_turn():
            return clean(self, value)

    return waited
