"""Mail that libraries send is written down in their transaction; workers send it."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.mail import EmailMessage, mailers, send_mail
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from common.providers.mail.memory import MemoryMail
from notifications.exceptions import MessageForgotten
from notifications.models import Message
from notifications.services import resending, sending
from tests.factories import make_user
from tests.notifications.test_messages import URL, ask, headers_of, staff

pytestmark = pytest.mark.django_db
NEWS = {"Auto-Submitted": "auto-generated"}


@pytest.fixture(autouse=True)
def queued(settings: Any) -> Iterator[None]:
    """Send Django's mail as the shop does; the rest of the suite keeps it in a list."""
    settings.MAILERS = {
        **settings.MAILERS, "default": {"BACKEND": "notifications.backends.QueuedMail"},
    }  # fmt: skip
    MemoryMail.reset()
    yield
    MemoryMail.reset()


def ask_for_a_new_password() -> Message:
    person = make_user(email="amina@example.com")
    client = Client()
    client.post(
        "/api/v1/auth/app/v1/auth/password/request", {"email": person.email},
        content_type="application/json",
    )  # fmt: skip
    return Message.objects.get(recipient=person.email)


def give_up(message: Message) -> None:
    """Let every try fail."""
    MemoryMail.down = True
    at = timezone.now()
    for _ in range(sending.MAX_TRIES):
        at += timedelta(hours=1)
        sending.send(message_id=message.pk, at=at)
    MemoryMail.down = False


def test_a_link_for_a_new_password_goes_by_a_worker_and_is_forgotten() -> None:
    said = ask_for_a_new_password()
    assert (said.kind, said.status, said.is_secret) == ("account", "queued", True)
    words = said.body_text
    assert words and not MemoryMail.outbox
    assert sending.send(message_id=said.pk, at=timezone.now())
    assert [each.text for each in MemoryMail.outbox] == [words]
    said.refresh_from_db()
    assert (said.status, said.body_text, said.body_html) == ("sent", "", "")


def test_nobody_reads_what_is_for_its_reader_alone() -> None:
    said = ask_for_a_new_password()
    reader = staff("view_message", "change_message", "access_admin")
    shown = ask(f"{URL}{said.public_id}/", headers_of(reader)).json()
    assert (shown["body_text"], shown["body_html"]) == ("", "")
    client = Client()
    client.force_login(reader)
    page = client.get(reverse("desk_messages:inspect", args=(said.pk,))).content.decode()
    assert "not kept" in page and max(said.body_text.split(), key=len) not in page
    sending.send(message_id=said.pk, at=timezone.now())
    with pytest.raises(MessageForgotten):
        resending.resend(message_id=said.public_id, by=reader, at=timezone.now())


def test_mail_of_a_transaction_that_is_rolled_back_is_never_sent() -> None:
    with transaction.atomic():
        send_mail("Hello", "Words", None, ["a@example.com"])
        assert Message.objects.count() == 1
        transaction.set_rollback(True)
    assert not Message.objects.exists()
    sending.send_due(at=timezone.now())
    assert not MemoryMail.outbox


def test_what_never_went_is_seen_as_failed_and_may_be_sent_again() -> None:
    EmailMessage("Review", "Look", None, ["a@example.com"], headers=NEWS).send()
    said = Message.objects.get()
    give_up(said)
    said.refresh_from_db()
    assert (said.status, said.attempts, said.body_text) == ("failed", sending.MAX_TRIES, "Look")
    resending.resend(message_id=said.public_id, by=None, at=timezone.now())
    assert sending.send(message_id=said.pk, at=timezone.now())
    assert [each.subject for each in MemoryMail.outbox] == ["Review"]


def test_a_code_that_never_went_is_not_kept_either() -> None:
    said = ask_for_a_new_password()
    give_up(said)
    said.refresh_from_db()
    assert (said.status, said.body_text) == ("failed", "")


def test_each_reader_gets_a_message_and_html_comes_along() -> None:
    people = ["a@example.com", "b@example.com"]
    send_mail("Hello", "Words", None, people, html_message="<p>Words</p>")
    found = Message.objects.order_by("recipient").values_list("recipient", "body_text", "body_html")
    assert list(found) == [(each, "Words", "<p>Words</p>") for each in people]


def test_what_no_message_can_be_is_refused() -> None:
    with pytest.raises(ValueError):
        send_mail("Hello\nBcc: all@example.com", "Words", None, ["a@example.com"])
    letter = EmailMessage("Hello", "Words", None, ["a@example.com"])
    letter.attach("a.txt", "x", "text/plain")
    with pytest.raises(ValueError):
        mailers.default.send_messages([letter])
    assert not Message.objects.exists()
