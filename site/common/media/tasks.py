"""Chores of the picture library."""

from celery import shared_task
from django.conf import settings
from django.core.cache import cache

from common import waking
from common.media.services import encoding

LANE = "media.encoding"
LANE_SECONDS = 120


@shared_task(name="media.encode_waiting_pictures")
def encode_waiting_pictures() -> int:
    """Encode pictures that wait for a second or so, then again if more do.

    So many tasks at a time as `PICTURE_ENCODERS` says do this, in small bites, so that what is
    urgent comes between; beat finds what was lost. The answer is how many pictures were tried.
    """
    lanes = (f"{LANE}.{number}" for number in range(settings.PICTURE_ENCODERS))
    lane = next((each for each in lanes if cache.add(each, 1, timeout=LANE_SECONDS)), None)
    if lane is None:
        return 0
    try:
        tried = encoding.encode_waiting()
    finally:
        cache.delete(lane)
    if tried:
        waking.enqueue(encode_waiting_pictures)
    return tried
