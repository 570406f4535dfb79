"""Saying something to somebody, once."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from common import waking
from notifications import kinds
from notifications.models import Message
from notifications.services import wording


@transaction.atomic
def queue(
    *,
    kind: str,
    recipient: str,
    context: dict[str, Any],
    dedupe_key: str,
    channel: str = "email",
    locale: str = "en",
    at: datetime | None = None,
) -> Message:
    """Write a message and send it once the transaction commits.

    `context` holds plain values for the templates of the kind. A second call with the same
    `dedupe_key` returns the first message and says nothing again.

    :raises UnknownKind: when there is no such kind.
    """
    known = Message.objects.filter(dedupe_key=dedupe_key).first()
    if known is not None:
        return known
    words = wording.write(kind=kind, locale=locale, context=context)
    return write_down(
        kind=kind, recipient=recipient, words=words, dedupe_key=dedupe_key, channel=channel,
        locale=locale, at=at,
    )  # fmt: skip


@transaction.atomic
def write_down(
    *,
    kind: str,
    recipient: str,
    words: wording.Words,
    dedupe_key: str,
    channel: str = "email",
    locale: str = "en",
    is_secret: bool = False,
    at: datetime | None = None,
) -> Message:
    """Write a message whose words are there already, and send it once the transaction commits.

    The words of a secret one are shown to nobody and go when it was sent.

    :raises UnknownKind: when there is no such kind.
    """
    message, is_new = Message.objects.get_or_create(
        dedupe_key=dedupe_key,
        defaults={
            "kind": kinds.named(kind).name,
            "channel": channel,
            "recipient": recipient,
            "locale": locale,
            "subject": words.subject,
            "body_text": words.text,
            "body_html": words.html,
            "is_secret": is_secret,
            "due_at": at or timezone.now(),
        },
    )
    if is_new:
        transaction.on_commit(lambda: send_soon(message.pk))
    return message


def send_soon(message_id: int) -> None:
    """Ask a worker to send the message; the sweep finds it when none hears."""
    from notifications.tasks import send_message

    waking.enqueue(send_message, message_id=message_id)
