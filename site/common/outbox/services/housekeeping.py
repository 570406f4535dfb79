"""Keeping the outbox small and its workers heard."""

from datetime import datetime, timedelta

from django.db import connection, transaction

from common.outbox.models import HandledEvent, OutboxEvent

KEPT = timedelta(days=14)
HEART_SECONDS = 2
WORKER = "worker"


def beat_heart(*, at: datetime) -> None:
    """Note that a worker is alive, at most once in two seconds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO outbox_heartbeat (name, at) VALUES (%s, %s) ON CONFLICT (name) "
            "DO UPDATE SET at = excluded.at WHERE outbox_heartbeat.at < %s",
            [WORKER, at, at - timedelta(seconds=HEART_SECONDS)],
        )


@transaction.atomic
def prune(*, at: datetime) -> int:
    """Delete events delivered more than 14 days before `at` and their receipts; return how many."""
    old = OutboxEvent.objects.filter(processed_at__lt=at - KEPT)
    HandledEvent.objects.filter(event_id__in=old.values("event_id")).delete()
    count, _ = old.delete()
    return count
