"""Chores of the foundation."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from common.models import IdempotencyRecord

KEPT = timedelta(hours=24)


@shared_task(name="common.prune_idempotency_records")
def prune_idempotency_records() -> int:
    """Delete stored answers older than 24 hours; the answer is how many."""
    count, _ = IdempotencyRecord.objects.filter(created_at__lt=timezone.now() - KEPT).delete()
    return count
