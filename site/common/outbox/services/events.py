"""Telling what happened, in the transaction that made it happen."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from common.outbox import waking
from common.outbox.models import OutboxEvent
from common.utils.parts import batches

# About as long as a worker takes for a part, so that other events go in between.
PACE = timedelta(milliseconds=400)


def record(
    *,
    type: str,
    subject_id: str,
    payload: dict[str, Any] | None = None,
    at: datetime | None = None,
) -> OutboxEvent:
    """Write an event such as `order.placed` and wake a worker once the transaction commits.

    `payload` is JSON; `at` delays its delivery until then.
    """
    event = OutboxEvent.objects.create(
        type=type, subject_id=subject_id, payload=payload or {}, available_at=at or timezone.now()
    )
    if not any(waiting[1] is waking.wake for waiting in connection.run_on_commit):
        transaction.on_commit(waking.wake)
    return event


def record_parts(*, type: str, key: str, ids: Iterable[int], size: int, **said: Any) -> None:
    """Write an event for each `size` of the ids, which its payload holds under `key`.

    Later parts come 0.4 s after one another, so that nothing else waits for all of them; `said` is
    in every payload.
    """
    now = timezone.now()
    for number, part in enumerate(batches(ids, size)):
        record(
            type=type,
            subject_id=f"{part[0]}-{part[-1]}",
            payload={key: part, **said},
            at=now + number * PACE,
        )
