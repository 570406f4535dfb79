"""Staff read what was said and have it said again."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from common.models import AuditEntry
from notifications.models import Message

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def make_message(**fields: Any) -> Message:
    return Message.objects.create(
        **{
            "kind": "order_confirmation", "channel": "email", "recipient": "ada@example.com",
            "subject": "Thank you", "body_text": "Plain words", "status": "sent",
            "body_html": "<p>Fine \"words\"</p><script>alert(1)</script>",
            "dedupe_key": uuid.uuid4().hex, **fields,
        }
    )  # fmt: skip


def page_of(message: Message) -> str:
    return f"/admin/desk_messages/inspect/{message.pk}/"


def test_a_message_is_shown_in_a_frame_that_runs_nothing(signed_in: SignIn) -> None:
    shown = signed_in("Support").get(page_of(make_message())).content.decode()
    assert "Plain words" in shown and "<script>alert(1)" not in shown
    assert 'sandbox srcdoc="&lt;p&gt;Fine &quot;words&quot;' in shown


def test_it_is_sent_again_once(signed_in: SignIn) -> None:
    client, message = signed_in("Support"), make_message()
    assert "Send again" in client.get(page_of(message)).content.decode()
    client.post(page_of(message), {"act": "send-again"})
    message.refresh_from_db()
    assert message.status == "queued"
    assert "Send again" not in client.get(page_of(message)).content.decode()
    answer = client.post(page_of(message), {"act": "send-again"})
    assert "waits to be sent" in " ".join(map(str, get_messages(answer.wsgi_request)))
    assert AuditEntry.objects.filter(action="message.resent").count() == 1


def test_who_may_not_read_messages_sees_and_sends_none(signed_in: SignIn) -> None:
    message = make_message()
    for group in ("Finance", "Editors", "Merchandisers"):
        client = signed_in(group)
        assert client.get(page_of(message)).status_code == 302
        assert client.post(page_of(message), {"act": "send-again"}).status_code == 302
    message.refresh_from_db()
    assert message.status == "sent"
