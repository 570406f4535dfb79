"""What workers do with the outbox."""

from celery import shared_task
from django.utils import timezone

from common.outbox.services import delivery, housekeeping


@shared_task(name="common.outbox.drain")
def drain() -> int:
    """Deliver everything that is due; the answer is how many events were settled."""
    return delivery.drain()


@shared_task(name="common.outbox.prune")
def prune() -> int:
    """Delete what was delivered long ago."""
    return housekeeping.prune(at=timezone.now())
