"""Whose turn it is in a review hears of it from a worker, never from the request."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Comment, PageSubscription
from wagtail.users.models import UserProfile

from cms.pages.models import StandardPage
from notifications.models import Message
from notifications.services import sending
from tests.cms.authoring.apis.calling import member
from tests.cms.authoring.pages import add, form
from tests.cms.authoring.services.test_workflow import decide
from tests.factories import make_user
from tests.flows.serving import free_port
from tests.mailserver import MailServer

pytestmark = pytest.mark.django_db
QUEUE = {"BACKEND": "notifications.backends.QueuedMail"}
SUBMIT = {"action-submit": "1"}


@pytest.fixture
def server(settings: Any) -> Iterator[MailServer]:
    with MailServer(free_port()) as found:
        smtp = {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {"host": "127.0.0.1", "port": found.port, "timeout": 5},
        }
        settings.MAILERS = {"default": QUEUE, "outgoing": smtp}
        settings.MAIL_PROVIDER = "common.providers.mail.mailer.Mailer"
        yield found


def client_of(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def people() -> dict[str, Any]:
    return {
        "author": member("Editors", email="author@example.com", first_name="Ada"),
        "merchant": member("Merchandisers", email="merchant@example.com"),
        "both": member("Merchandisers", "Publishers", email="publisher@example.com"),
        "admin": make_user(email="admin@example.com", is_staff=True, is_superuser=True),
    }


def submitted(author: Any) -> StandardPage:
    page = add(client_of(author), **SUBMIT)
    assert page is not None and page.workflow_in_progress
    return page


def said_to(name: str) -> list[str]:
    found = Message.objects.filter(recipient=f"{name}@example.com")
    return list(found.order_by("id").values_list("subject", flat=True))


def test_whose_turn_it_is_hears_once_from_a_worker(server: MailServer) -> None:
    page = submitted(people()["author"])
    assert server.calls == 0
    assert sending.send_due(at=timezone.now()) == 3
    hearers = ["admin@example.com", "merchant@example.com", "publisher@example.com"]
    assert server.readers() == hearers
    letter = server.taken[0]
    assert letter["Subject"] == "“Care of adire” waits for you: Product check"
    words = letter.get_content()
    assert "Ada sent “Care of adire” in for review" in words
    assert "Approve" in words and f"/admin/pages/{page.pk}/edit/" in words


def test_control_wagtail_alone_would_send_in_the_request(server: MailServer, settings: Any) -> None:
    settings.MAILERS = {**settings.MAILERS, "default": settings.MAILERS["outgoing"]}
    submitted(people()["author"])
    assert server.calls and server.taken


def test_a_mail_server_that_is_down_costs_the_submission_nothing(server: MailServer) -> None:
    server.stop()
    submitted(people()["author"])
    sending.send_due(at=timezone.now())
    assert set(Message.objects.values_list("status", "attempts")) == {("queued", 1)}
    server.start()
    Message.objects.update(due_at=timezone.now())
    sending.send_due(at=timezone.now())
    assert len(server.taken) == 3


def test_a_submission_that_is_rolled_back_tells_nobody(server: MailServer) -> None:
    with transaction.atomic():
        submitted(people()["author"])
        assert Message.objects.exists()
        transaction.set_rollback(True)
    sending.send_due(at=timezone.now())
    assert server.calls == 0 and not Message.objects.exists()


def test_who_does_not_want_to_hear_hears_nothing(server: MailServer) -> None:
    them = people()
    profile = UserProfile.get_for_user(them["merchant"])
    profile.submitted_notifications = False
    profile.save()
    submitted(them["author"])
    assert said_to("merchant") == [] and len(said_to("publisher")) == 1


def test_the_links_open(server: MailServer, settings: Any) -> None:
    them = people()
    submitted(them["author"])
    words = Message.objects.get(recipient="merchant@example.com").body_text
    links = [each for each in words.split() if each.startswith("http")]
    assert len(links) == 2
    for each in links:
        assert each.startswith(settings.SHOP_URL)
        path = each.removeprefix(settings.SHOP_URL)
        assert client_of(them["merchant"]).get(path).status_code == 200


@pytest.mark.parametrize(
    ("action", "subject", "words"),
    [("reject", "“Care of adire” needs changes", "They say: Too short."),
     ("approve", "“Care of adire” is approved", "nothing left for you to do")],
)  # fmt: skip
def test_the_author_hears_how_it_went(
    server: MailServer, action: str, subject: str, words: str
) -> None:
    them = people()
    page = submitted(them["author"])
    reviewers = ("merchant", "both") if action == "approve" else ("both",)
    for each in reviewers:
        said = "Too short." if action == "reject" else ""
        assert decide(client_of(them[each]), page, action, said) == 302
    assert said_to("author") == [subject]
    assert words in Message.objects.get(recipient="author@example.com").body_text


def test_comments_are_told_to_who_follows_the_page(server: MailServer) -> None:
    them = people()
    page = submitted(them["author"])
    PageSubscription.objects.filter(page=page, user=them["author"]).update(
        comment_notifications=True
    )
    Message.objects.all().delete()
    told: Callable[..., Any] = client_of(them["both"]).post
    told(
        f"/admin/pages/{page.pk}/edit/",
        form() | {
            "comments-TOTAL_FORMS": "1", "comments-0-text": "Say <which> lace.", "comments-0-id": "",
            "comments-0-contentpath": "title", "comments-0-position": "", "comments-0-resolved": "",
            "comments-0-DELETE": "", "comments-0-replies-TOTAL_FORMS": "0",
            "comments-0-replies-INITIAL_FORMS": "0", "comments-0-replies-MIN_NUM_FORMS": "0",
            "comments-0-replies-MAX_NUM_FORMS": "",
        },
    )  # fmt: skip
    assert Comment.objects.count() == 1
    assert said_to("author") == ["Comments on “Care of adire”"]
    assert "New: Say <which> lace." in Message.objects.get().body_text
    assert server.calls == 0
