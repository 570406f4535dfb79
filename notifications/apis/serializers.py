"""Messages on the wire."""

from typing import Any

from rest_framework import serializers

from common.apis.serializers import StrictSerializer
from notifications.models import Message
from notifications.selectors import messages

UNSEEN = "Empty for staff who may not view messages, and where it holds a code to sign in"


class MessageSummary(serializers.Serializer[Any]):
    """A message in a list."""

    id = serializers.CharField()
    kind = serializers.CharField()
    channel = serializers.ChoiceField(choices=Message.Channel.choices)
    recipient = serializers.CharField(help_text="Masked for staff who may not view messages")
    status = serializers.ChoiceField(choices=Message.Status.choices)
    subject = serializers.CharField()
    created_at = serializers.DateTimeField()
    sent_at = serializers.DateTimeField(allow_null=True)


class MessageDetail(MessageSummary):
    """A message with its words and how the sending went."""

    locale = serializers.CharField()
    body_text = serializers.CharField(help_text=UNSEEN)
    body_html = serializers.CharField(help_text=UNSEEN)
    attempts = serializers.IntegerField()
    last_error = serializers.CharField(help_text="Empty for staff who may not view messages")


class MessageResend(StrictSerializer):
    """Nothing: the path says it all."""


def summary(message: Message, *, reader: Any) -> dict[str, Any]:
    """Return a message as this reader may see it."""
    in_full = messages.may_read(reader)
    return {
        "id": message.public_id,
        "kind": message.kind,
        "channel": message.channel,
        "recipient": message.recipient if in_full else messages.masked(message.recipient),
        "status": message.status,
        "subject": message.subject,
        "created_at": message.created_at,
        "sent_at": message.sent_at,
    }


def detail(message: Message, *, reader: Any) -> dict[str, Any]:
    """Return a message with its words, where this reader may see them."""
    in_full = messages.may_read(reader)
    has_words = in_full and not message.is_secret
    return summary(message, reader=reader) | {
        "locale": message.locale,
        "body_text": message.body_text if has_words else "",
        "body_html": message.body_html if has_words else "",
        "attempts": message.attempts,
        "last_error": message.last_error if in_full else "",
    }
