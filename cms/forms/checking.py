"""The admin's form of a form: what is wrong with a question is said beside it."""

from typing import Any

from wagtail.admin.forms.models import WagtailAdminModelForm

from cms.forms.questions import troubles

TOO_FEW = "Add at least one question."
TOO_MANY = "Ask at most %(num)d questions."
TWICE = "Another question has this name: shoppers and answers could not tell them apart."


class FormMaker(WagtailAdminModelForm):  # type: ignore[misc]
    """Holds the questions against one another and each against what can be answered."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = {"too_few_forms": TOO_FEW, "too_many_forms": TOO_MANY}
        self.formsets["fields"].error_messages |= said

    def clean(self) -> Any:
        """Refuse questions that nobody can answer or tell apart."""
        said = super().clean()
        rows = [each for each in self.formsets["fields"].forms if _is_asked(each)]
        seen: dict[str, Any] = {}
        for row in rows:
            field = row.instance
            names = {
                field.label.strip().casefold(),
                field.clean_name or field.get_field_clean_name(),
            }
            if any(name in seen for name in names):
                row.add_error("label", TWICE)
            seen |= dict.fromkeys(names)
            for name, why in troubles(field).items():
                if name not in row.errors:
                    row.add_error(name, why)
        return said


def _is_asked(row: Any) -> bool:
    is_whole = row.is_valid() and row.cleaned_data
    return bool(is_whole and not row.cleaned_data.get("DELETE"))
