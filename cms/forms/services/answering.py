"""Shoppers answer forms."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import transaction

from cms.forms import questions
from cms.forms.exceptions import AnswerRefused
from cms.forms.models import Form, FormAnswer
from cms.forms.services import telling
from common.exceptions import NotFound
from common.utils.text import plain


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
    kinds = {each.clean_name: each.field_type for each in fields}
    errors = list(_misfits(kinds, values))
    misfits = {each["pointer"] for each in errors}
    asked = questions.builder(fields)(_told(values, misfits))
    errors += [
        _error(name, one.code or "invalid", plain(str(one.messages[0])))
        for name, found in asked.errors.as_data().items()
        for one in found
        if _pointer(name) not in misfits
    ]
    if errors:
        raise AnswerRefused(errors[0]["detail"], extra={"errors": errors})
    kept = {name: _kept(asked.cleaned_data.get(name)) for name in kinds}
    made = FormAnswer.objects.create(form=form, values=kept, submitted_at=at)
    telling.note(form=form, at=at)
    return made


def _misfits(kinds: dict[str, str], values: dict[str, Any]) -> Iterator[dict[str, str]]:
    """Yield what is no answer at all: to no question, of the wrong JSON type, or too long."""
    for name, value in values.items():
        if name not in kinds:
            yield _error(name, "unknown_question", "There is no such question.")
        elif value is not None:
            if why := questions.trouble_with_type(kinds[name], value):
                yield _error(name, "wrong_type", why)
            elif questions.is_too_long(value):
                yield _error(name, "too_long", f"At most {questions.LONGEST} letters.")


def _told(values: dict[str, Any], misfits: set[str]) -> dict[str, Any]:
    return {
        name: value if isinstance(value, bool | list) else str(value)
        for name, value in values.items()
        if value is not None and _pointer(name) not in misfits
    }


def _kept(value: Any) -> Any:
    return value if isinstance(value, bool | list | None) else str(value)


def _error(name: str, code: str, detail: str) -> dict[str, str]:
    return {"pointer": _pointer(name), "code": code, "detail": detail}


def _pointer(name: str) -> str:
    return "/values/" + name[:100].replace("~", "~0").replace("/", "~1")
