"""Editors make forms; a question that nobody can answer is refused beside it."""

from typing import Any

import pytest
from django.test import Client

from cms.forms.models import Form
from tests.factories.people import at_the_desk

pytestmark = pytest.mark.django_db
ADD = "/admin/snippets/cms_forms/form/add/"


@pytest.fixture
def editor() -> Client:
    return at_the_desk("Editors")


def body(*questions: dict[str, Any], **changes: str) -> dict[str, str]:
    found = {
        "title": "Write to us", "thanks": "Thank you.", "is_open": "on", "tell": "",
        "fields-TOTAL_FORMS": str(len(questions)), "fields-INITIAL_FORMS": "0",
        "fields-MIN_NUM_FORMS": "1", "fields-MAX_NUM_FORMS": "30",
    }  # fmt: skip
    for n, question in enumerate(questions):
        asked = {"label": "Your name", "field_type": "singleline", "required": "on", "ORDER": n + 1}
        for name, value in {**asked, **question}.items():
            found[f"fields-{n}-{name}"] = str(value)
    return found | changes


@pytest.mark.parametrize(
    ("questions", "name", "said"),
    [
        ([{"field_type": "dropdown"}], "choices", "Give something to choose from"),
        ([{"field_type": "radio", "choices": " , \n "}], "choices", "Give something to choose"),
        ([{"field_type": "checkboxes", "choices": "A\nB\nA"}], "choices", "each choice once"),
        ([{"field_type": "dropdown", "choices": "A,\nB,"}], "choices", "Leave out the commas"),
        (
            [{"field_type": "radio", "choices": "A\nB", "default_value": "C"}],
            "default_value", "“C” is none of the choices",
        ),
        (
            [{"field_type": "checkboxes", "choices": "A\nB", "default_value": "A, C"}],
            "default_value", "“C” is none of the choices",
        ),
        ([{"field_type": "number", "default_value": "x"}], "default_value", "Enter a number"),
        ([{"field_type": "email", "default_value": "x"}], "default_value", "valid email"),
        ([{"field_type": "checkbox", "default_value": "x"}], "default_value", "Say true or false"),
        ([{"label": "…"}], "label", "Use letters or digits"),
        ([{}, {}], "label", "Another question has this name"),
        ([{}, {"label": "your-name"}], "label", "Another question has this name"),
    ],
)  # fmt: skip
def test_a_question_that_nobody_can_answer_is_refused_beside_it(
    editor: Client, questions: list[dict[str, Any]], name: str, said: str
) -> None:
    answer = editor.post(ADD, body(*questions))
    assert answer.status_code == 200
    assert not Form.objects.exists()
    row = answer.context["form"].formsets["fields"].forms[-1]
    assert list(row.errors) == [name]
    assert said in row.errors[name][0]
    assert said in answer.content.decode()


def test_a_form_asks_something(editor: Client) -> None:
    removed = {"DELETE": "on"}
    for questions in ([], [removed]):
        answer = editor.post(ADD, body(*questions))
        assert answer.status_code == 200
        said = answer.context["form"].formsets["fields"].non_form_errors()
        assert list(said) == ["Add at least one question."]
        assert "Add at least one question." in answer.content.decode()
    assert not Form.objects.exists()


def test_a_form_asks_no_more_than_thirty_questions(editor: Client) -> None:
    answer = editor.post(ADD, body(*({"label": f"Number {n}"} for n in range(31))))
    said = answer.context["form"].formsets["fields"].non_form_errors()
    assert list(said) == ["Ask at most 30 questions."]
    assert not Form.objects.exists()


def test_a_form_that_can_be_answered_is_made_and_changed(editor: Client) -> None:
    good = [
        {},
        {"label": "About", "field_type": "checkboxes", "choices": "A\nB", "default_value": "A\nB"},
        {"label": "When", "field_type": "date", "default_value": "2026-05-01"},
        {"label": "Size", "field_type": "dropdown", "choices": "S, M", "default_value": "M"},
        {"label": "News", "field_type": "checkbox", "default_value": "true"},
    ]
    assert editor.post(ADD, body(*good)).status_code == 302
    form = Form.objects.get()
    assert form.fields.count() == 5
    edit = f"/admin/snippets/cms_forms/form/edit/{form.pk}/"
    there = [{"id": each.pk, **asked} for each, asked in zip(form.fields.all(), good, strict=True)]
    kept = {"fields-INITIAL_FORMS": "5"}
    twice = [*there, {"label": "Your Name"}]
    assert editor.post(edit, body(*twice, **kept)).status_code == 200
    there[1] = {**there[1], "DELETE": "on", "choices": ""}
    assert editor.post(edit, body(*there, **kept)).status_code == 302
    assert form.fields.count() == 4


def test_the_chooser_of_an_empty_shop_says_where_forms_are_made(editor: Client) -> None:
    answer = editor.get("/admin/snippets/choose/cms_forms/form/")
    page = answer.json()["html"]
    assert "There is no form yet" in page
    assert "Choose a form" in page
    assert "snippet" not in page.replace("/snippets/", "").lower()
