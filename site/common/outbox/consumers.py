"""Who listens to which events."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True)
class Event:
    """A fact as its consumers see it."""

    event_id: uuid.UUID
    type: str
    subject_id: str
    payload: dict[str, Any]


class Single(Protocol):
    """Handles one event."""

    def __call__(self, *, event: Event) -> None: ...


class Several(Protocol):
    """Handles what came in a burst, all of it in one transaction."""

    def __call__(self, *, events: Sequence[Event]) -> None: ...


@dataclass(frozen=True)
class Consumer:
    """A named function, run once per event of its types."""

    name: str
    types: frozenset[str]
    function: Callable[..., None]
    batch: bool

    def handle(self, events: Sequence[Event]) -> None:
        """Hand the events over."""
        if self.batch:
            self.function(events=events)
        else:
            for event in events:
                self.function(event=event)


_consumers: dict[str, Consumer] = {}


def on[F: Callable[..., None]](*types: str, name: str, batch: bool = False) -> Callable[[F], F]:
    """Register a consumer of these event types under a globally unique name.

    It runs once per event, in the transaction that writes its receipt, and is tried again later
    when it raises. With `batch` it takes `events` and gets a burst at once.

    :raises ValueError: when another function has the name.
    """

    def register(function: F) -> F:
        known = _consumers.get(name)
        if known is not None and known.function.__qualname__ != function.__qualname__:
            raise ValueError(f"Two consumers are named {name}.")
        _consumers[name] = Consumer(name, frozenset(types), function, batch)
        return function

    return register


def of(event_type: str) -> list[Consumer]:
    """Return the consumers of an event type, by name."""
    return [consumer for _, consumer in sorted(_consumers.items()) if event_type in consumer.types]


def forget(name: str) -> None:
    """Remove a consumer."""
    _consumers.pop(name, None)
