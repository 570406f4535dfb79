"""What shoppers wrote, in the words of the questions."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import F, Func, QuerySet

from cms.forms.models import Form, FormAnswer, FormField


class Asked(NamedTuple):
    """A question of a form: the name that answers know it by, and its words."""

    form: Form
    name: str
    label: str


def answers() -> QuerySet[FormAnswer]:
    """Return the answers with their forms and questions: two statements more than the rows."""
    return FormAnswer.objects.select_related("form").prefetch_related("form__fields")


def asked(rows: QuerySet[FormAnswer]) -> list[Asked]:
    """Return every question that these answers know or that their forms ask now, in order.

    Questions that were taken away stand behind the others of their form. Three statements.
    """
    keys = Func(F("values"), function="jsonb_object_keys")
    pairs = rows.order_by().values_list("form_id", keys).distinct()
    known: dict[int, list[str]] = {}
    for form_id, name in sorted(pairs):
        known.setdefault(form_id, []).append(name)
    forms = Form.objects.filter(pk__in=known).prefetch_related("fields").order_by("title", "pk")
    return [each for form in forms for each in _asked(form, known[form.pk])]


def said(answer: FormAnswer) -> Iterator[tuple[str, str]]:
    """Yield the words of each question with what was answered."""
    for each in _asked(answer.form, list(answer.values)):
        yield each.label, in_words(answer.values.get(each.name))


def in_words(value: Any) -> str:
    """Return what was answered as people read it; nothing is an empty text."""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return "" if value is None else str(value)


def _asked(form: Form, names: list[str]) -> list[Asked]:
    fields: list[FormField] = list(form.fields.all())
    now = {each.clean_name: each.label for each in fields}
    gone = {each: each.replace("_", " ").capitalize() for each in names if each not in now}
    return [Asked(form, name, label) for name, label in (now | gone).items()]
