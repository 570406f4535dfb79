"""Messages as staff look at them."""

from typing import Any

from django.db.models import QuerySet

from notifications.exceptions import NoSuchMessage
from notifications.models import Message


def newest() -> QuerySet[Message]:
    """Return every message, the newest first."""
    return Message.objects.order_by("-created_at", "-id")


def named(public_id: str) -> Message:
    """Return a message.

    :raises NoSuchMessage: when there is none.
    """
    found = Message.objects.filter(public_id=public_id).first()
    if found is None:
        raise NoSuchMessage("There is no such message.")
    return found


def may_read(person: Any) -> bool:
    """Return whether the person may see to whom we wrote, and what."""
    return bool(person.is_staff and person.has_perm("notifications.view_message"))


def may_resend(person: Any) -> bool:
    """Return whether the person may have a message sent again."""
    return may_read(person) and bool(person.has_perm("notifications.change_message"))


def masked(recipient: str) -> str:
    """Return a recipient as those who may not read messages see it: `a•••@example.com`."""
    name, at, domain = recipient.partition("@")
    return f"{name[:1]}•••{at}{domain}"
