"""Two people who have the same form open: nobody writes over what they have not seen.

A form carries what it showed when it was opened. When it is sent, the row is locked and shown
again; where somebody else has changed it in between, nothing is saved. What the person had not
touched is shown as it is now, what both changed is marked, and whatever was typed stays.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Protocol

from django import forms
from django.db import models, transaction
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone

from cms.core.changers import last_change

NAME = "seen"
LONGEST = 160
Picture = dict[str, str]


class Listed(Protocol):
    """Rows that say what they hold as their initial data would, and put it into another's form."""

    said: list[dict[str, Any]]

    def write_into(self, data: QueryDict) -> None:
        """Have the data of a form say what these rows hold."""

    def beside(self, mine: Any) -> str:
        """Return in a sentence what these rows hold that others do not, and the other way round."""


Lists = Mapping[str, tuple[Listed, Listed]]
NO_LISTS: Lists = {}


def carry(form: forms.BaseForm, *more: tuple[str, Any]) -> forms.BaseForm:
    """Let a form of an existing row carry what it shows; `more` names what else does."""
    shown = json.dumps({"at": timezone.now().isoformat(), "values": picture(form, *more)})
    form.fields[NAME] = forms.CharField(
        required=False, widget=forms.HiddenInput, initial=shown, max_length=20_000
    )
    return form


def picture(form: Any, *more: tuple[str, Any]) -> Picture:
    """Return a short sign of what each field of a form, and each of its sets, shows at first."""
    fields = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    sets = getattr(form, "formsets", {})
    rows = {name: [row.initial for row in found.initial_forms] for name, found in sets.items()}
    return {
        name: sign(value) for name, value in (fields | rows | dict(more)).items() if name != NAME
    }


def sign(value: Any) -> str:
    """Return a short sign of a value, the same for what a form shows and what it reads back."""
    said = json.dumps(_plain(value), sort_keys=True, default=str)
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def _plain(value: Any) -> Any:
    if isinstance(value, models.Model):
        return _plain(value.pk)
    if isinstance(value, bool):
        return value
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if hasattr(value, "get_prep_value"):
        return _plain(value.get_prep_value())
    if isinstance(value, list | tuple | QuerySet):
        return [_plain(each) for each in value]
    if isinstance(value, datetime):
        return value.astimezone(timezone.get_default_timezone()).strftime("%Y-%m-%d %H:%M")
    if value is None:
        return ""
    try:
        return format(round(float(value), 6), "f") if not isinstance(value, str) else _line(value)
    except (TypeError, ValueError):
        return _line(str(value))


def _line(text: str) -> str:
    return "\n".join(text.strip().splitlines())


class Changed:
    """What somebody else changed since a form was opened: `names`, `who` did it and `when`."""

    def __init__(self, row: Any, data: Any, now: Picture) -> None:
        said = _read(data.get(NAME, ""))
        self.then: Picture = said.get("values", {})
        self.names = [name for name, each in now.items() if self.then.get(name, each) != each]
        self.who, self.when = last_change(row, since=said.get("at")) if self.names else ("", "")

    def __bool__(self) -> bool:
        return bool(self.names)

    def shown_again(
        self, sent: Any, opened: Any, again: Callable[[Any], Any], lists: Lists = NO_LISTS
    ) -> Any:
        """Return the form anew, with what changed.

        `sent` is the form as it was sent, `opened` one as it opens now, and `again` makes one of
        the data it is given; `lists` are rows beside it, by name, as sent and as they open now.
        """
        data: QueryDict = sent.data.copy()
        data[NAME] = opened.fields[NAME].initial
        sent.is_valid()
        mine = {name for name in self.names if self._is_mine(name, sent, lists)}
        for name in set(self.names) - mine:
            if name in lists:
                lists[name][1].write_into(data)
            else:
                _put(data, opened[name])
        found = again(data)
        form = getattr(found, "own", found)
        found.is_valid()
        form.add_error(None, self._summary(form, mine))
        for name in mine & set(form.fields):
            form.add_error(name, self._both(opened[name]))
        for name in sorted(mine & lists.keys()):
            form.add_error(None, f"{label_of(form, name)}. {lists[name][1].beside(lists[name][0])}")
        return found

    def _is_mine(self, name: str, sent: Any, lists: Lists) -> bool:
        if name in lists:
            return sign(lists[name][0].said) != self.then[name]
        return name not in sent.fields or sign(sent.cleaned_data.get(name)) != self.then[name]

    def _summary(self, form: Any, mine: set[str]) -> str:
        labels = [label_of(form, name) for name in self.names]
        said = (
            f"{self.who} changed this {self.when}, after you opened it, and nothing of yours was "
            f"saved: {', '.join(labels)}. What you typed is still here."
        )
        taken = [label_of(form, name) for name in self.names if name not in mine]
        also = f" New here, since you had not touched it: {', '.join(taken)}." if taken else ""
        return f"{said}{also} Look it over, then save again."

    def _both(self, field: forms.BoundField) -> str:
        return f"{self.who} wrote “{_words(field)}” here. Save again to put yours in its place."


def label_of(form: Any, name: str) -> str:
    """Return what people call a part of a form."""
    if name in form.fields:
        return str(form[name].label)
    return name.replace("_", " ").capitalize()


def _read(text: str) -> dict[str, Any]:
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    is_ours = isinstance(said, dict) and isinstance(said.get("values"), dict)
    return said if is_ours else {}


def _put(data: QueryDict, field: forms.BoundField) -> None:
    value = field.field.prepare_value(field.value())
    if isinstance(value, bool):
        data.setlist(field.html_name, ["on"] if value else [])
    elif isinstance(value, list | tuple):
        data.setlist(field.html_name, [str(each) for each in value])
    else:
        said = field.field.widget.format_value(value) if value is not None else ""
        data[field.html_name] = str(said if said is not None else "")


def _words(field: forms.BoundField) -> str:
    value = field.value()
    if isinstance(value, bool):
        return "yes" if value else "no"
    offered: Any = getattr(field.field, "choices", ())
    found = dict(offered) if _is_choice(field.field) else {}
    if isinstance(field.field, forms.ModelChoiceField) and value:
        rows: Any = field.field.queryset
        value = value if isinstance(value, models.Model) else rows.filter(pk=value).first()
    text = str(found.get(value, value) or "nothing")
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _is_choice(field: forms.Field) -> bool:
    return isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField)


class Watchful:
    """A view of Wagtail that changes a row: it is refused when the row is not what was seen."""

    request: Any

    def hold(self, pk: Any) -> None:
        """Lock the row until the transaction ends."""
        rows = type(self.object)._base_manager.select_for_update(of=("self",), no_key=True)  # type: ignore[attr-defined]
        rows.filter(pk=pk).first()

    def get_form(self, form_class: Any = None) -> Any:
        """Return the form, which carries what it shows."""
        return carry(super().get_form(form_class))  # type: ignore[misc]

    def post(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Save what was sent, or show what somebody else changed."""
        with transaction.atomic():
            if not hasattr(self, "object"):
                self.object = self.get_object()  # type: ignore[attr-defined]
            self.hold(self.object.pk)
            self.object = self.get_object()  # type: ignore[attr-defined]
            form = self.get_form()
            changed = Changed(self.object, request.POST, picture(form))
            if not changed:
                return super().post(request, *args, **kwargs)  # type: ignore[misc]
            found = changed.shown_again(form, self._opened(), self._again)
            self.produced_error_message = "Nothing was saved: somebody else changed it meanwhile."
            return self.form_invalid(found)  # type: ignore[attr-defined]

    def _opened(self) -> Any:
        kept, self.request.method = self.request.method, "GET"
        try:
            self.object = self.get_object()  # type: ignore[attr-defined]
            return self.get_form()
        finally:
            self.request.method = kept

    def _again(self, data: Any) -> Any:
        self.object = self.get_object()  # type: ignore[attr-defined]
        self.request.POST = data
        return self.get_form()
