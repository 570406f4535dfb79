"""Chores of publishing."""

from celery import shared_task
from django.utils import timezone

from cms.publishing.services import announcing, schedule


@shared_task(name="publishing.keep_schedule")
def keep_schedule() -> int:
    """Publish what is due and take down what has expired; the answer is how many of both."""
    return schedule.keep(at=timezone.now())


@shared_task(name="publishing.announce_missed")
def announce_missed() -> int:
    """Tell of pages whose change was not told; the answer is of how many."""
    return announcing.announce()
