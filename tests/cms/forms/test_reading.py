"""Staff read what shoppers wrote, in the words of the questions, and take it along."""

import csv
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook  # type: ignore[import-untyped]

from cms.forms.models import Form, FormAnswer, FormField
from tests.factories import make_user
from tests.factories.people import at_the_desk

pytestmark = pytest.mark.django_db
LIST = "/admin/form_answers/"


@pytest.fixture
def reader() -> Client:
    return at_the_desk("Publishers")


def make_form(title: str, *labels: str) -> Form:
    form = Form.objects.create(title=title)
    for place, label in enumerate(labels):
        FormField.objects.create(
            form=form, label=label, field_type="singleline", sort_order=place, required=False
        )
    return form


def answer(form: Form, **values: Any) -> FormAnswer:
    return FormAnswer.objects.create(form=form, values=values, submitted_at=timezone.now())


@pytest.fixture
def form() -> Form:
    found = make_form("Write to us", "Your name", "About")
    answer(found, your_name="=HYPERLINK(1)", about=["Sizes", "Orders"], since="long <ago>")
    answer(found, your_name="+2348030000000", about=None)
    return found


def text(client: Client, path: str) -> str:
    found = client.get(path)
    assert found.status_code == 200
    return str(found.content.decode())


def rows(client: Client, query: str) -> list[dict[str, str]]:
    found = client.get(f"{LIST}?{query}&export=csv")
    content = b"".join(found.streaming_content).decode()  # type: ignore[attr-defined]
    return list(csv.DictReader(StringIO(content)))


def test_the_list_says_answers_in_the_words_of_the_questions(reader: Client, form: Form) -> None:
    make_form("Empty")
    page = text(reader, LIST)
    assert "Your name: =HYPERLINK(1) · About: Sizes, Orders · Since: long &lt;ago&gt;" in page
    assert "About: —" in page
    chosen = text(reader, f"{LIST}?form={form.pk}")
    assert "Your name: " not in chosen
    for heading in ("Your name", "About", "Since"):
        assert heading in chosen
    assert "Sizes, Orders" in chosen
    assert text(reader, f"{LIST}?form=99999999999999999999")


def test_one_answer_is_read_question_by_question(reader: Client, form: Form) -> None:
    made = FormAnswer.objects.last()
    assert made is not None
    page = text(reader, f"{LIST}inspect/{made.pk}/")
    assert page.index("Your name") < page.index("=HYPERLINK(1)") < page.index("Sizes, Orders")
    assert "long &lt;ago&gt;" in page
    assert "your_name" not in page


def test_a_csv_has_a_column_for_each_question_and_calculates_nothing(
    reader: Client, form: Form
) -> None:
    newer, older = rows(reader, f"form={form.pk}")
    assert list(newer) == ["Form", "Sent", "Your name", "About", "Since"]
    assert (older["Your name"], older["About"]) == ("'=HYPERLINK(1)", "Sizes, Orders")
    assert (newer["Your name"], newer["About"]) == ("'+2348030000000", "")
    other = make_form("Other", "@Your name")
    answer(other, your_name="-1")
    found = rows(reader, "")[0]
    assert list(found)[2:] == [
        "Other: @Your name",
        "Write to us: Your name", "Write to us: About", "Write to us: Since",
    ]  # fmt: skip
    assert (found["Other: @Your name"], found["Write to us: Your name"]) == ("'-1", "")
    assert list(rows(reader, f"form={other.pk}")[0])[2:] == ["'@Your name"]


def test_an_xlsx_keeps_every_cell_as_words(reader: Client, form: Form) -> None:
    found = reader.get(f"{LIST}?form={form.pk}&export=xlsx")
    content = b"".join(found.streaming_content)  # type: ignore[attr-defined]
    sheet = load_workbook(BytesIO(content)).active
    assert sheet is not None
    cells = [each for row in sheet.iter_rows(min_row=2) for each in row]
    assert {each.data_type for each in cells if str(each.value).startswith(("=", "+"))} == {"s"}


def test_the_list_costs_the_same_for_many_answers(
    reader: Client, form: Form, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(40) as few:
        text(reader, LIST)
    for _ in range(8):
        answer(make_form("More", "Your name"), your_name="Ada")
    with django_assert_max_num_queries(len(few)):
        text(reader, LIST)


def test_forms_have_a_menu_entry_with_their_answers_below(reader: Client, form: Form) -> None:
    page = text(reader, "/admin/")
    assert LIST in page
    admin = Client()
    admin.force_login(make_user(is_staff=True, is_superuser=True))
    menu = text(admin, "/admin/")
    assert "/admin/snippets/cms_forms/form/" in menu
    assert "&quot;Snippets&quot;" not in menu
    assert '"label": "Snippets"' not in menu


def test_who_may_not_read_answers_is_sent_away(form: Form) -> None:
    translator = Client()
    user = make_user(is_staff=True)
    user.groups.add(Group.objects.get(name="Translators"))
    translator.force_login(user)
    for path in (LIST, f"{LIST}?export=csv", f"{LIST}inspect/{FormAnswer.objects.all()[0].pk}/"):
        assert translator.get(path).status_code == 302
