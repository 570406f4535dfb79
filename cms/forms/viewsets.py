"""What shoppers wrote into forms, to read and to take along."""

from collections.abc import Callable
from typing import Any

from django.template.defaultfilters import linebreaksbr
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.core.spreadsheets import harmless
from cms.desk.policies import Allowing
from cms.forms import selectors
from cms.forms.models import FormAnswer

register_permission_policy(FormAnswer, Allowing(FormAnswer, "view"), exact_class=True)
MENU = "register_forms_menu_item"
NOTHING = "—"
MOST_COLUMNS = 8


def _key(asked: selectors.Asked) -> str:
    return f"{asked.form.pk}.{asked.name}"


def _short(name: str) -> Callable[[FormAnswer], str]:
    return lambda answer: selectors.in_words(answer.values.get(name))[:120] or NOTHING


def _all_words(answer: FormAnswer) -> str:
    return " · ".join(f"{label}: {words or NOTHING}" for label, words in selectors.said(answer))[
        :300
    ]


class AnswerIndex(IndexView):  # type: ignore[misc]
    """The answers; once one form is chosen, a column for each of its questions."""

    def get_base_queryset(self) -> Any:
        """Return the answers with their questions."""
        return selectors.answers()

    @cached_property
    def columns(self) -> list[Any]:
        """Return the form, what was said, and when."""
        shown = self._get_title_column_class(TitleColumn)
        title = shown("form", label="Form", get_url=self.get_inspect_url)
        when = DateColumn("submitted_at", label="Sent", sort_key="submitted_at")
        return [title, *self._said(), when]

    def _said(self) -> list[Any]:
        chosen = self.request.GET.getlist("form")
        if len(chosen) != 1 or not self.filters.is_valid():
            return [Column("said", label="Answers", accessor=_all_words)]
        rows = selectors.answers().filter(form_id=int(chosen[0]))
        return [
            Column(_key(each), label=each.label, accessor=_short(each.name))
            for each in selectors.asked(rows)[:MOST_COLUMNS]
        ]

    def as_spreadsheet(self, queryset: Any, spreadsheet_format: str) -> Any:
        """Return a column for each question; questions of several forms name theirs."""
        self.asked = {_key(each): each for each in selectors.asked(queryset)}
        self.list_export = ["form", "submitted_at", *self.asked]
        return super().as_spreadsheet(queryset, spreadsheet_format)

    def get_heading(self, queryset: Any, field: str) -> str:
        """Return the words of a question."""
        if field not in self.asked:
            return {"form": "Form", "submitted_at": "Sent"}[field]
        asked = self.asked[field]
        is_alone = len({each.form.pk for each in self.asked.values()}) == 1
        return harmless(asked.label if is_alone else f"{asked.form.title}: {asked.label}")

    def to_row_dict(self, item: FormAnswer) -> dict[str, Any]:
        """Return the row with each answer in the column of its question."""
        found: dict[str, Any] = {"form": item.form.title, "submitted_at": item.submitted_at}
        for key, each in self.asked.items():
            is_its = each.form.pk == item.form_id  # type: ignore[attr-defined]
            found[key] = selectors.in_words(item.values.get(each.name)) if is_its else ""
        return found


class AnswerPage(InspectView):  # type: ignore[misc]
    """One answer: each question with what was said."""

    page_title = "Answer"

    def get_fields_context(self) -> list[dict[str, Any]]:
        """Return the form, when it was sent, and every question."""
        answer = self.object
        sent = date_format(localtime(answer.submitted_at), "DATETIME_FORMAT")
        shown = [("Form", answer.form.title), ("Sent", sent)]
        shown += [
            (label, linebreaksbr(words) if words else NOTHING)
            for label, words in selectors.said(answer)
        ]
        return [{"label": label, "value": value, "component": None} for label, value in shown]


class FormAnswers(ModelViewSet):  # type: ignore[misc]
    """Answers to forms."""

    model = FormAnswer
    icon = "mail"
    menu_label = "Answers"
    menu_hook = MENU
    index_view_class = AnswerIndex
    inspect_view_class = AnswerPage
    copy_view_enabled = False
    inspect_view_enabled = True
    add_to_reference_index = False
    form_fields: tuple[str, ...] = ()
    search_backend_name = None
    list_filter = ("form",)
    list_export = ("form", "submitted_at")
    list_per_page = 50
