"""Shoppers answer forms."""

from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.contrib.forms.forms import FormBuilder

from cms.forms.exceptions import AnswerRefused
from cms.forms.models import Form, FormAnswer
from common.exceptions import NotFound

LONGEST = 5000


@transaction.atomic
def answer(*, form_id: str, values: dict[str, Any], at: datetime) -> FormAnswer:
    """Keep what was written, a value by the name of each question.

    :raises NotFound: when no open form has the public id.
    :raises AnswerRefused: when a question is missing or answered with what it does not take;
        `errors` names each by a pointer.
    """
    form = Form.objects.filter(public_id=form_id, is_open=True).first()
    if form is None:
        raise NotFound
    fields = list(form.fields.all())
    asked = FormBuilder(fields).get_form_class()(_told(values))
    names = {each.clean_name for each in fields}
    errors = [_error(name, "unknown_question", "There is no such question.")
              for name in values if name not in names]  # fmt: skip
    errors += [
        _error(name, one.code or "invalid", str(one.messages[0]))
        for name, found in asked.errors.as_data().items()
        for one in found
    ]
    if errors:
        raise AnswerRefused(errors[0]["detail"], extra={"errors": errors})
    kept = {name: _kept(asked.cleaned_data.get(name)) for name in names}
    return FormAnswer.objects.create(form=form, values=kept, submitted_at=at)


def _told(values: dict[str, Any]) -> dict[str, Any]:
    return {name: _short(value) for name, value in values.items() if value is not None}


def _short(value: Any) -> Any:
    if isinstance(value, list):
        return [str(each)[:LONGEST] for each in value[:100]]
    return value if isinstance(value, bool) else str(value)[:LONGEST]


def _kept(value: Any) -> Any:
    return value if isinstance(value, bool | list | None) else str(value)


def _error(name: str, code: str, detail: str) -> dict[str, str]:
    pointer = "/values/" + name[:100].replace("~", "~0").replace("/", "~1")
    return {"pointer": pointer, "code": code, "detail": detail}
