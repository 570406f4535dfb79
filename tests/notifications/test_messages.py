"""Staff read messages by role and may have one sent again."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone

from common.models import AuditEntry
from common.providers.mail.memory import MemoryMail
from identity.models import User
from notifications.exceptions import MessageOnItsWay, NoSuchMessage
from notifications.models import Message
from notifications.services import messages, resending, sending
from notifications.templatetags.messages import money
from tests.factories import make_user
from tests.factories.people import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail")]
URL = "/api/v1/admin/messages/"


@pytest.fixture
def message() -> Message:
    return messages.queue(
        kind="order_cancelled",
        recipient="amina@example.com",
        context={"number": "F-1", "total": {"amount": "12500.00", "currency": "NGN"}},
        dedupe_key="a",
    )


def headers_of(person: User, *, audience: str = "admin") -> dict[str, str]:
    client = Client()
    login = {"email": person.email, "password": PASSWORD}
    answer = client.post(
        "/api/v1/auth/app/v1/auth/login", login, content_type="application/json"
    ).json()
    store = {"Authorization": f"Bearer {answer['meta']['access_token']}"}
    if audience == "store":
        return store
    exchanged = client.post(
        "/api/v1/auth/token/",
        {"audience": audience},
        content_type="application/json",
        headers=store,
    )
    return {"Authorization": f"Bearer {exchanged.json()['access_token']}"}


def staff(*permissions: str) -> User:
    person = make_user(is_staff=True)
    person.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return person


def ask(path: str, headers: dict[str, str]) -> Any:
    return Client().get(path, headers=headers)


def again(path: str, headers: dict[str, str], body: Any = None) -> Any:
    return Client().post(path, body or {}, content_type="application/json", headers=headers)


def test_who_may_view_messages_sees_the_recipient(message: Message) -> None:
    row = ask(URL, headers_of(staff("view_message"))).json()["results"][0]
    assert (row["id"], row["recipient"], row["status"]) == (
        message.public_id, "amina@example.com", "queued",
    )  # fmt: skip
    assert row["subject"] == "Your order F-1 is cancelled"


def test_other_staff_see_a_mask_and_no_words(message: Message) -> None:
    headers = headers_of(staff())
    assert ask(URL, headers).json()["results"][0]["recipient"] == "a•••@example.com"
    one = ask(f"{URL}{message.public_id}/", headers).json()
    assert (one["recipient"], one["body_text"], one["body_html"]) == ("a•••@example.com", "", "")


def test_strangers_are_kept_out(message: Message) -> None:
    assert ask(URL, {}).status_code == 401
    assert ask(URL, headers_of(make_user(), audience="store")).status_code == 403
    assert ask(f"{URL}msg_none/", headers_of(staff("view_message"))).status_code == 404


def test_resending_sends_the_same_words_and_is_audited(message: Message) -> None:
    sending.send(message_id=message.pk, at=timezone.now())
    person = staff("view_message", "change_message")
    answer = again(f"{URL}{message.public_id}/resend/", headers_of(person))
    assert (answer.status_code, answer.json()["status"]) == (200, "queued")
    assert sending.send(message_id=message.pk, at=timezone.now())
    assert [each.recipient for each in MemoryMail.outbox] == ["amina@example.com"] * 2
    assert AuditEntry.objects.get(action="message.resent").actor == person


def test_resending_is_refused_and_nothing_moves(message: Message) -> None:
    reader = headers_of(staff("view_message"))
    assert again(f"{URL}{message.public_id}/resend/", reader).status_code == 403
    sender = headers_of(staff("view_message", "change_message"))
    path = f"{URL}{message.public_id}/resend/"
    assert again(path, sender).json()["code"] == "message_on_its_way"
    assert again(path, sender, {"x": 1}).status_code == 400
    with pytest.raises(MessageOnItsWay):
        resending.resend(message_id=message.public_id, by=None, at=timezone.now())
    with pytest.raises(NoSuchMessage):
        resending.resend(message_id="msg_none", by=None, at=timezone.now())
    assert not AuditEntry.objects.filter(action="message.resent").exists()
    assert not MemoryMail.outbox


def test_money_is_shown_with_its_currency() -> None:
    assert money({"amount": "12500", "currency": "NGN"}) == "NGN 12,500.00"
    assert money(None) == ""
