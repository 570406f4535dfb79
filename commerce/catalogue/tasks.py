"""Chores of the catalogue."""

from celery import shared_task
from django.core.cache import cache
from django.utils import timezone

from commerce.catalogue.services import fetching, membership
from common import waking

LANE = "catalogue.fetching"
LANE_SECONDS = 300


@shared_task(name="catalogue.fetch_waiting_images")
def fetch_waiting_images() -> int:
    """Fetch pictures that wait for half a minute at most, then again if more do.

    One task at a time does this, so that the others of the worker stay free; beat finds what was
    lost. The answer is how many pictures were tried.
    """
    if not cache.add(LANE, 1, timeout=LANE_SECONDS):
        return 0
    try:
        tried = fetching.fetch_waiting()
    finally:
        cache.delete(LANE)
    if tried:
        waking.enqueue(fetch_waiting_images)
    return tried


@shared_task(name="catalogue.refresh_timed_collections")
def refresh_timed_collections() -> int:
    """Let products come and go by time; the answer is how many did."""
    return membership.refresh_timed(at=timezone.now())
