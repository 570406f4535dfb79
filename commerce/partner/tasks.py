"""Chores of stock."""

from celery import shared_task
from django.utils import timezone

from commerce.partner.services import stock


@shared_task(name="partner.release_expired_reservations")
def release_expired_reservations() -> int:
    """Free the reservations that have ended; the answer is of how many stock records."""
    freed = total = stock.release_expired(at=timezone.now())
    while freed >= stock.BATCH:
        freed = stock.release_expired(at=timezone.now())
        total += freed
    return total
