"""Shoppers answer the forms of pages."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from cms.forms.models import Form, FormAnswer, FormField
from cms.forms.services import forgetting


@pytest.fixture
def form(db: None) -> Form:
    found = Form.objects.create(title="Write to us", thanks="Thank you.")
    FormField.objects.create(form=found, label="Your name", field_type="singleline")
    FormField.objects.create(form=found, label="E-mail", field_type="email")
    FormField.objects.create(
        form=found, label="About", field_type="checkboxes", choices="Sizes\nOrders", required=False
    )
    for label, kind in (("Age", "number"), ("News", "checkbox")):
        FormField.objects.create(form=found, label=label, field_type=kind, required=False)
    return found


def send(form_id: str, body: Any) -> Any:
    return Client().post(
        f"/api/v1/store/forms/{form_id}/answers/", body, content_type="application/json"
    )


GOOD = {"your_name": "Ada", "e_mail": "ada@example.com", "about": ["Sizes"]}


def test_an_answer_is_kept_and_thanked_for(form: Form) -> None:
    answer = send(form.public_id, {"values": GOOD})
    assert (answer.status_code, answer.json()["thanks"]) == (201, "Thank you.")
    assert FormAnswer.objects.get().values == {**GOOD, "age": None, "news": False}


def test_numbers_and_ticks_are_taken_as_json_or_as_text(form: Form) -> None:
    for age, news in ((41, True), ("41", "true")):
        assert (
            send(form.public_id, {"values": {**GOOD, "age": age, "news": news}}).status_code == 201
        )
    one, other = FormAnswer.objects.all()
    assert one.values == other.values == {**GOOD, "age": "41", "news": True}


@pytest.mark.parametrize(
    ("values", "pointer"),
    [
        ({**GOOD, "e_mail": "nothing"}, "/values/e_mail"),
        ({"e_mail": "ada@example.com"}, "/values/your_name"),
        ({**GOOD, "about": ["Weather"]}, "/values/about"),
        ({**GOOD, "more": "x"}, "/values/more"),
        ({**GOOD, "your_name": "a\x00b"}, "/values/your_name"),
        ({**GOOD, "your_name": {"a": 1}}, "/values/your_name"),
        ({**GOOD, "your_name": ["Ada"]}, "/values/your_name"),
        ({**GOOD, "your_name": True}, "/values/your_name"),
        ({**GOOD, "your_name": 7}, "/values/your_name"),
        ({**GOOD, "your_name": "a" * 5001}, "/values/your_name"),
        ({**GOOD, "about": "Sizes"}, "/values/about"),
        ({**GOOD, "about": [1]}, "/values/about"),
        ({**GOOD, "about": [["Sizes"]]}, "/values/about"),
        ({**GOOD, "about": ["Sizes"] * 101}, "/values/about"),
        ({**GOOD, "age": True}, "/values/age"),
        ({**GOOD, "age": [7]}, "/values/age"),
        ({**GOOD, "news": 1}, "/values/news"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_kept(form: Form, values: Any, pointer: str) -> None:
    answer = send(form.public_id, {"values": values})
    assert answer.status_code == 422
    assert [each["pointer"] for each in answer.json()["errors"]] == [pointer]
    assert not FormAnswer.objects.exists()


@pytest.mark.parametrize("body", [{}, {"values": []}, {"values": GOOD, "x": 1}, [], None])
def test_what_is_no_answer_is_malformed(form: Form, body: Any) -> None:
    assert send(form.public_id, body).status_code in (400, 422)
    assert not FormAnswer.objects.exists()


def test_answers_are_forgotten_after_a_year(form: Form) -> None:
    at = timezone.now()
    for days in (366, 364):
        FormAnswer.objects.create(form=form, values={}, submitted_at=at - timedelta(days=days))
    assert forgetting.forget_old(at=at) == 1
    assert FormAnswer.objects.get().submitted_at == at - timedelta(days=364)


def test_a_closed_form_is_not_found(form: Form) -> None:
    Form.objects.update(is_open=False)
    assert send(form.public_id, {"values": GOOD}).status_code == 404


def test_no_markup_leaves_with_the_thanks_or_with_what_is_wrong(form: Form) -> None:
    Form.objects.update(thanks="Thank you <script>alert(1)</script><b>Ada</b>.")
    assert send(form.public_id, {"values": GOOD}).json()["thanks"] == "Thank you Ada."
    wrong = send(form.public_id, {"values": {**GOOD, "about": ["<img src=x onerror=alert(1)>"]}})
    assert wrong.status_code == 422
    assert "<img" not in wrong.json()["errors"][0]["detail"]
