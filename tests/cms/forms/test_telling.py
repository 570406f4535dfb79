"""Whoever a form names hears that answers came: once for a burst, and never what they say."""

import logging
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from cms.forms.models import Form, FormAnswer, FormField, FormNews
from cms.forms.services import telling
from common.outbox.models import HandledEvent, OutboxEvent
from common.outbox.services import delivery
from common.providers.mail.memory import MemoryMail
from identity.models import User
from notifications.models import Message
from notifications.services import sending
from tests.factories import make_user
from tests.factories.people import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail")]
SECRET = "Zebra-4711"


@pytest.fixture
def form() -> Form:
    people = [make_user(is_staff=True, email=f"{name}@example.com") for name in ("ada", "bisi")]
    found = Form(title="Write to us", tell="\n".join(str(each.email) for each in people))
    found.full_clean()
    found.save()
    FormField.objects.create(form=found, label="Words", field_type="singleline")
    return found


def answer(form: Form, count: int = 1) -> None:
    path = f"/api/v1/store/forms/{form.public_id}/answers/"
    for _ in range(count):
        done = Client().post(path, {"values": {"words": SECRET}}, content_type="application/json")
        assert done.status_code == 201


def work() -> list[str]:
    """Do what workers do, and return the subjects that Ada got since."""
    MemoryMail.outbox.clear()
    delivery.drain()
    sending.send_due(at=timezone.now())
    return [each.subject for each in MemoryMail.outbox if each.recipient == "ada@example.com"]


def wait(form: Form, minutes: int) -> None:
    """Let so many minutes go by since people were told."""
    later = timedelta(minutes=minutes)
    FormNews.objects.filter(form=form).update(told_at=timezone.now() - later)
    OutboxEvent.objects.filter(processed_at=None).update(available_at=timezone.now())


def test_each_of_the_people_hears_with_a_way_to_the_answers(form: Form) -> None:
    answer(form)
    assert not MemoryMail.outbox
    assert work() == ["1 new answer to “Write to us”"]
    assert {each.recipient for each in MemoryMail.outbox} == {"ada@example.com", "bisi@example.com"}
    said = Message.objects.filter(recipient="ada@example.com").get()
    assert f"/admin/form_answers/?form={form.pk}" in said.body_text
    client = Client()
    boss = make_user(is_staff=True, is_superuser=True)
    client.login(email=boss.email, password=PASSWORD)
    shown = client.get(f"/admin/form_answers/?form={form.pk}")
    assert shown.status_code == 200 and SECRET in shown.content.decode()


def test_what_was_written_is_in_no_message_event_or_log(
    form: Form, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer(form)
        assert work()
    assert FormAnswer.objects.filter(values__words=SECRET).exists()
    said = [f"{each.subject}{each.body_text}{each.body_html}" for each in Message.objects.all()]
    told = [str(each.payload) for each in OutboxEvent.objects.all()]
    printed = capsys.readouterr()
    assert SECRET not in "".join([*said, *told, caplog.text, printed.out, printed.err])


def test_a_burst_is_told_of_once_and_counted(form: Form) -> None:
    answer(form, 30)
    assert work() == ["30 new answers to “Write to us”"]
    answer(form, 12)
    assert work() == []
    due = OutboxEvent.objects.get(processed_at=None).available_at
    assert timedelta(minutes=14) < due - timezone.now() <= timedelta(minutes=15)
    wait(form, 15)
    assert work() == ["12 new answers to “Write to us”"]
    wait(form, 15)
    assert work() == []


def test_an_event_that_comes_again_says_nothing_again(form: Form) -> None:
    answer(form)
    assert len(work()) == 1
    HandledEvent.objects.all().delete()
    OutboxEvent.objects.update(processed_at=None)
    assert work() == []


def test_news_whose_event_was_lost_are_told_with_the_next_answer(form: Form) -> None:
    answer(form, 2)
    OutboxEvent.objects.all().delete()
    answer(form)
    assert work() == []
    FormNews.objects.update(since=timezone.now() - timedelta(hours=2))
    answer(form)
    assert work() == ["4 new answers to “Write to us”"]


def test_who_works_here_no_longer_hears_nothing(form: Form) -> None:
    answer(form)
    User.objects.filter(email="ada@example.com").update(is_staff=False)
    assert work() == []
    assert [each.recipient for each in MemoryMail.outbox] == ["bisi@example.com"]


def test_a_form_that_names_nobody_tells_nobody(form: Form) -> None:
    Form.objects.update(tell="")
    answer(form)
    assert work() == []
    assert not FormNews.objects.exists() and not OutboxEvent.objects.filter(type=telling.EVENT)


@pytest.mark.parametrize(
    "tell",
    ["nobody", "stranger@example.com", "shopper@example.com",
     " ".join(f"a{n}@example.com" for n in range(11))],
)  # fmt: skip
def test_only_addresses_of_staff_are_taken_and_ten_at_most(tell: str) -> None:
    make_user(email="shopper@example.com")
    for n in range(11):
        make_user(email=f"a{n}@example.com", is_staff=True)
    with pytest.raises(ValidationError) as no:
        Form(title="Write to us", tell=tell).full_clean()
    assert list(no.value.message_dict) == ["tell"]
    Form(title="Write to us", tell=" ".join(f"A{n}@example.com," for n in range(10))).full_clean()
