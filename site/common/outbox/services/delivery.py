"""Delivering events: leased, each consumer once, retried with back-off, dead after eight tries.

A worker holds the row lock of an event while a consumer runs, and its lease token fences
everything between: one that slept past its lease finds another token and does nothing.
"""

import random
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog
from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from common.outbox import consumers
from common.outbox.consumers import Consumer, Event
from common.outbox.models import OutboxEvent

log = structlog.get_logger(__name__)
BATCH = 50
LEASE = timedelta(seconds=30)
MAX_TRIES = 8
MAX_BATCHES = 200


class Fenced(Exception):
    """The lease was lost to another worker."""


@dataclass
class _Lease:
    token: uuid.UUID
    rows: list[OutboxEvent]
    errors: dict[int, str] = field(default_factory=dict)


def drain() -> int:
    """Deliver what is due, batch after batch, and return how many events were settled."""
    settled = 0
    for _ in range(MAX_BATCHES):
        taken = lease(at=timezone.now())
        if not taken.rows:
            break
        settled += deliver(taken)
    return settled


@transaction.atomic
def lease(*, at: datetime) -> _Lease:
    """Take up to 50 due events for 30 seconds; nobody else gets them meanwhile."""
    token = uuid.uuid4()
    due = (
        OutboxEvent.objects.filter(processed_at=None, dead_at=None, available_at__lte=at)
        .filter(Q(leased_until=None) | Q(leased_until__lt=at))
        .order_by("available_at", "id")
        .select_for_update(skip_locked=True)
    )
    rows = list(due[:BATCH])
    OutboxEvent.objects.filter(pk__in=[row.pk for row in rows]).update(
        lease_token=token, leased_until=at + LEASE, attempts=F("attempts") + 1
    )
    return _Lease(token, rows)


def deliver(taken: _Lease) -> int:
    """Hand leased events to their consumers and return how many were settled."""
    try:
        for consumer in _wanted(taken.rows):
            mine = [row for row in taken.rows if row.type in consumer.types]
            _hand_over(consumer, mine, taken)
    except Fenced:
        log.warning("outbox_lease_lost", token=str(taken.token))
        return 0
    return _settle(taken)


def _wanted(rows: Sequence[OutboxEvent]) -> list[Consumer]:
    types = {row.type for row in rows}
    found = {each.name: each for kind in types for each in consumers.of(kind)}
    return [found[name] for name in sorted(found)]


def _hand_over(consumer: Consumer, rows: list[OutboxEvent], taken: _Lease) -> None:
    groups = [rows] if consumer.batch else [[row] for row in rows]
    for group in groups:
        if not _tried(consumer, group, taken) and len(group) > 1:
            for row in group:
                _tried(consumer, [row], taken)


def _tried(consumer: Consumer, rows: list[OutboxEvent], taken: _Lease) -> bool:
    try:
        _handle(consumer, rows, taken.token)
    except Fenced:
        raise
    except Exception as error:
        log.exception("consumer_failed", consumer=consumer.name, events=len(rows))
        if len(rows) == 1:
            taken.errors[rows[0].pk] = f"{consumer.name}: {error!r}"[:2000]
        return False
    return True


@transaction.atomic
def _handle(consumer: Consumer, rows: list[OutboxEvent], token: uuid.UUID) -> None:
    held = OutboxEvent.objects.filter(pk__in=[row.pk for row in rows], lease_token=token)
    if len(held.select_for_update().order_by("pk")) < len(rows):
        raise Fenced
    fresh = _receipts(consumer.name, rows)
    events = [
        Event(row.event_id, row.type, row.subject_id, row.payload)
        for row in rows
        if row.event_id in fresh
    ]
    if events:
        consumer.handle(events)


def _receipts(name: str, rows: list[OutboxEvent]) -> set[uuid.UUID]:
    ids = [row.event_id for row in rows]
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO outbox_handledevent (consumer, event_id, handled_at) "
            "SELECT %s, unnest(%s::uuid[]), now() ON CONFLICT DO NOTHING RETURNING event_id",
            [name, ids],
        )
        return {row[0] for row in cursor.fetchall()}


def _settle(taken: _Lease) -> int:
    now = timezone.now()
    done = [row.pk for row in taken.rows if row.pk not in taken.errors]
    held = OutboxEvent.objects.filter(lease_token=taken.token)
    count = held.filter(pk__in=done).update(
        processed_at=now, lease_token=None, leased_until=None, last_error=""
    )
    for row in taken.rows:
        if row.pk in taken.errors:
            held.filter(pk=row.pk).update(**_failed(row, taken.errors[row.pk], now))
    return count


def _failed(row: OutboxEvent, error: str, now: datetime) -> dict[str, object]:
    tries = row.attempts + 1
    outcome: dict[str, object] = {"last_error": error, "lease_token": None, "leased_until": None}
    if tries >= MAX_TRIES:
        log.error("event_dead", event_id=str(row.event_id), type=row.type, error=error)
        return outcome | {"dead_at": now}
    return outcome | {"available_at": now + backoff(tries)}


def backoff(tries: int) -> timedelta:
    """Return how long to wait after so many tries: 2, 4, 8 … 256 s, each with up to half more."""
    return timedelta(seconds=2**tries * random.uniform(1, 1.5))
