"""Handing messages to providers: claimed by a conditional update, sent, then marked.

A claim ends by itself after a minute, so that a worker that died leaves nothing behind.
"""

import random
from datetime import datetime, timedelta

import structlog
from django.db.models import F
from django.utils import timezone

from common.providers.exceptions import PermanentProviderError, ProviderError
from common.providers.mail import Receipt
from notifications import channels
from notifications.models import Message

log = structlog.get_logger(__name__)
CLAIM = timedelta(seconds=60)
MAX_TRIES = 8
SWEEP = 100


def send(*, message_id: int, at: datetime) -> bool:
    """Send the message if it is queued and due, and return whether it went."""
    message = claim(message_id=message_id, at=at)
    if message is None:
        return False
    try:
        receipt = channels.hand_over(message)
    except ProviderError as error:
        return _failed(message, error, at)
    except Exception as error:
        log.exception("channel_broke", message=message.public_id)
        return _failed(message, ProviderError(repr(error)), at)
    return _sent(message, receipt)


def send_due(*, at: datetime) -> int:
    """Send up to a hundred overdue messages and return how many were tried."""
    due = Message.objects.filter(status=Message.Status.QUEUED, due_at__lte=at)
    ids = list(due.order_by("due_at", "id").values_list("pk", flat=True)[:SWEEP])
    for message_id in ids:
        send(message_id=message_id, at=at)
    return len(ids)


def claim(*, message_id: int, at: datetime) -> Message | None:
    """Take a due message for a minute; None when it is not due or somebody else has it."""
    due = Message.objects.filter(pk=message_id, status=Message.Status.QUEUED, due_at__lte=at)
    if not due.update(attempts=F("attempts") + 1, due_at=at + CLAIM):
        return None
    return Message.objects.get(pk=message_id)


def backoff(tries: int) -> timedelta:
    """Return the wait after so many tries: 15 s, doubling up to half an hour, and up to half more.

    Eight tries span more than half an hour, so that a short outage loses nothing.
    """
    return timedelta(seconds=min(15 * 2 ** (tries - 1), 1800) * random.uniform(1, 1.5))


def _sent(message: Message, receipt: Receipt) -> bool:
    mine = Message.objects.filter(pk=message.pk, attempts=message.attempts)
    return bool(
        mine.update(
            status=Message.Status.SENT,
            sent_at=timezone.now(),
            provider=receipt.provider,
            provider_reference=receipt.reference[:255],
            last_error="",
            **_forgotten(message),
        )
    )


def _forgotten(message: Message) -> dict[str, str]:
    """Return the words of a secret message, once nobody needs them."""
    return {"body_text": "", "body_html": ""} if message.is_secret else {}


def _failed(message: Message, error: ProviderError, at: datetime) -> bool:
    is_final = isinstance(error, PermanentProviderError) or message.attempts >= MAX_TRIES
    status = Message.Status.FAILED if is_final else Message.Status.QUEUED
    wait = timedelta(seconds=error.retry_after or 0)
    due_at = at + max(wait, backoff(message.attempts))
    mine = Message.objects.filter(pk=message.pk, attempts=message.attempts)
    words = _forgotten(message) if is_final else {}
    mine.update(status=status, due_at=due_at, last_error=str(error)[:2000], **words)
    log.warning("message_not_sent", message=message.public_id, final=is_final)
    return False
