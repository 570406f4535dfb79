"""What the tests of the foundation share."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A database in which everything is really committed, and swept afterwards."""
    with django_db_blocker.unblock():
        _sweep()
        yield
        _sweep()


@pytest.fixture
def at_once(committed: None) -> Callable[..., list[Any]]:
    """Run a function in several threads, each with a connection of its own."""

    def run(work: Callable[[int], Any], times: int) -> list[Any]:
        with ThreadPoolExecutor(times) as threads:
            return list(threads.map(lambda number: _closing(work, number), range(times)))

    return run


def _closing(work: Callable[[int], Any], number: int) -> Any:
    from django.db import connection

    try:
        return work(number)
    finally:
        connection.close()


def _sweep() -> None:
    from common.models import IdempotencyRecord
    from common.outbox.models import HandledEvent, Heartbeat, OutboxEvent
    from notifications.models import Message

    for model in (IdempotencyRecord, HandledEvent, Heartbeat, OutboxEvent, Message):
        model.objects.all().delete()
