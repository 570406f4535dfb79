"""Delivering events: leased, each consumer once, retried with back-off, dead after eight tries.

A worker holds the row lock of an event while a consumer runs, and its lease token fences
everything between: one that slept past its lease finds another token and does nothing. Events whose worker
died are taken one at a time, so that the one it died of is the only one that dies of it.
"""

import random
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog
from celery.exceptions import SoftTimeLimitExceeded
from django.db import connection, transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from common.outbox import consumers
from common.outbox.consumers import Consumer, Event
from common.outbox.models import OutboxEvent
from common.outbox.services import housekeeping

log = structlog.get_logger(__name__)
BATCH = 50
LEASE = timedelta(seconds=30)
MAX_TRIES = 8
MAX_BATCHES = 200
# Well below the time limit of a task; beat has another one begin.
SECONDS = 60.0
DIED = "The worker ended before it was done, each time."


class Fenced(Exception):
    """The lease was lost to another worker."""


@dataclass
class _Lease:
    token: uuid.UUID
    rows: list[OutboxEvent]
    errors: dict[int, str] = field(default_factory=dict)


def drain() -> int:
    """Deliver what is due for a minute, batch after batch; return how many events were settled."""
    settled, until = 0, time.monotonic() + SECONDS
    for _ in range(MAX_BATCHES):
        if time.monotonic() > until:
            break
        housekeeping.beat_heart(at=timezone.now())
        taken = lease(at=timezone.now())
        if not taken.rows:
            break
        settled += deliver(taken)
    return settled


@transaction.atomic
def lease(*, at: datetime) -> _Lease:
    """Take up to 50 due events for 30 seconds; nobody else gets them meanwhile.

    One that another worker took and never settled comes alone, after all others.
    """
    token = uuid.uuid4()
    due = (
        OutboxEvent.objects.filter(processed_at=None, dead_at=None, available_at__lte=at)
        .order_by("available_at", "id")
        .select_for_update(skip_locked=True)
    )
    rows = list(due.filter(leased_until=None)[:BATCH]) or _left(due.filter(leased_until__lt=at), at)
    OutboxEvent.objects.filter(pk__in=[row.pk for row in rows]).update(
        lease_token=token, leased_until=at + LEASE, attempts=F("attempts") + 1
    )
    return _Lease(token, rows)


def _left(left: QuerySet[OutboxEvent], at: datetime) -> list[OutboxEvent]:
    """Return one event that was left behind; the next time it waits longer, and dies in the end."""
    for row in left.filter(attempts__gte=MAX_TRIES)[:BATCH]:
        OutboxEvent.objects.filter(pk=row.pk).update(**_dead(row, DIED, at))
    rows = list(left.filter(attempts__lt=MAX_TRIES)[:1])
    for row in rows:
        OutboxEvent.objects.filter(pk=row.pk).update(available_at=at + backoff(row.attempts))
    return rows


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
        if isinstance(error, SoftTimeLimitExceeded) and len(rows) > 1:
            # No time is left to try each: they are left behind, and each comes alone.
            raise
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
    if tries >= MAX_TRIES:
        return _dead(row, error, now)
    return _freed(error) | {"available_at": now + backoff(tries)}


def _dead(row: OutboxEvent, error: str, now: datetime) -> dict[str, object]:
    log.error("event_dead", event_id=str(row.event_id), type=row.type, error=error)
    return _freed(error) | {"dead_at": now}


def _freed(error: str) -> dict[str, object]:
    return {"last_error": error, "lease_token": None, "leased_until": None}


def backoff(tries: int) -> timedelta:
    """Return how long to wait after so many tries: 2, 4, 8 … 256 s, each with up to half more."""
    return timedelta(seconds=2**tries * random.uniform(1, 1.5))
