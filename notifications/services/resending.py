"""Saying a message again, because somebody asked for it."""

from datetime import datetime
from typing import Any

from django.db import transaction

from common import audit
from notifications.exceptions import MessageForgotten, MessageOnItsWay, NoSuchMessage
from notifications.models import Message
from notifications.services import messages


@transaction.atomic
def resend(*, message_id: str, by: Any, at: datetime) -> Message:
    """Queue the message with this public id again and write who asked into the audit log.

    :raises NoSuchMessage: when there is none.
    :raises MessageOnItsWay: when it waits to be sent already.
    :raises MessageForgotten: when its words were for its reader alone.
    """
    message = Message.objects.select_for_update().filter(public_id=message_id).first()
    if message is None:
        raise NoSuchMessage("There is no such message.")
    if message.status == Message.Status.QUEUED:
        raise MessageOnItsWay("The message waits to be sent; it cannot be asked for twice.")
    if message.is_secret:
        raise MessageForgotten("It held a code or a link to sign in: they ask for a new one.")
    before = {"status": message.status}
    message.status, message.due_at = Message.Status.QUEUED, at
    message.save(update_fields=["status", "due_at"])
    audit.record(
        actor=by,
        action="message.resent",
        subject=message,
        at=at,
        before=before,
        after={"status": message.status},
    )
    transaction.on_commit(lambda: messages.send_soon(message.pk))
    return message
