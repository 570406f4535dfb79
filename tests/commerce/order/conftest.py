"""Races over REST in a database of their own, in which everything is really committed."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from tests.flows import serving

AtOnce = Callable[[Sequence[Callable[[], Any]]], list[Any]]


@pytest.fixture(scope="module")
def own_database(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Work in a fresh database, dropped afterwards."""
    with django_db_blocker.unblock(), serving.database():
        yield


@pytest.fixture
def at_once(own_database: None) -> AtOnce:
    """Run everything at the same moment, each in a thread with a connection of its own."""

    def run(works: Sequence[Callable[[], Any]]) -> list[Any]:
        gate = threading.Barrier(len(works))

        def one(work: Callable[[], Any]) -> Any:
            gate.wait()
            try:
                return work()
            finally:
                connection.close()

        with ThreadPoolExecutor(len(works)) as threads:
            return list(threads.map(one, works))

    return run
