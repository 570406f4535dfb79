"""Telling what happened, in the transaction that made it happen."""

from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from common.outbox import waking
from common.outbox.models import OutboxEvent


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
