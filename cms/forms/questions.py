"""What questions of forms take for an answer."""

from typing import Any

from wagtail.contrib.forms.forms import FormBuilder

from common.utils.text import plain

CHOSEN = {"dropdown", "radio", "checkboxes", "multiselect"}
SEVERAL = {"checkboxes", "multiselect"}
LONGEST = 5000
MOST = 100
YES_OR_NO = {"true", "false", "on", "off", "yes", "no", "1", "0"}


def builder(fields: list[Any]) -> Any:
    """Return the form that checks answers to these questions."""
    return FormBuilder(fields).get_form_class()


def choices_of(field: Any) -> list[str]:
    """Return what may be chosen."""
    return [value for value, _ in FormBuilder([]).get_formatted_field_choices(field) if value]


def trouble_with_type(kind: str, value: Any) -> str:
    """Return why a JSON value is no answer to a question of this kind, or an empty text."""
    if kind in SEVERAL:
        is_several = isinstance(value, list) and all(isinstance(each, str) for each in value)
        return "" if is_several else "Give the choices as a list of texts."
    if kind == "checkbox":
        return "" if isinstance(value, bool | str) else "Give true or false."
    if kind == "number" and isinstance(value, int | float) and not isinstance(value, bool):
        return ""
    if isinstance(value, str):
        return ""
    return "Give a number." if kind == "number" else "Give a text."


def is_too_long(value: Any) -> bool:
    """Return whether an answer is longer than any is kept."""
    if isinstance(value, list):
        return len(value) > MOST or any(len(each) > LONGEST for each in value)
    return isinstance(value, str) and len(value) > LONGEST


def troubles(field: Any) -> dict[str, str]:
    """Return what of a question nobody could answer or show, by the name of its field."""
    found = {}
    if not (field.clean_name or field.get_field_clean_name()).strip("_"):
        found["label"] = "Use letters or digits: answers are kept under them."
    if field.field_type in CHOSEN and (wrong := _wrong_choices(field)):
        found["choices"] = wrong
    elif field.default_value.strip() and (wrong := _wrong_default(field)):
        found["default_value"] = wrong
    return found


def _wrong_choices(field: Any) -> str:
    lines, choices = field.choices.strip().splitlines(), choices_of(field)
    if not choices:
        return "Give something to choose from: one choice a line, or commas between them."
    if len(set(choices)) < len(choices):
        return "Name each choice once."
    if len(lines) > 1 and any(each.strip().endswith(",") for each in lines):
        return "Leave out the commas at the ends of the lines."
    if odd := next((each for each in choices if plain(each) != each), ""):
        return f"Write “{odd}” in plain words."
    return ""


def _wrong_default(field: Any) -> str:
    default, choices = field.default_value.strip(), choices_of(field)
    if field.field_type in SEVERAL:
        said = [each.strip() for each in default.replace("\n", ",").split(",") if each.strip()]
        stray = [] if default in choices else [each for each in said if each not in choices]
        return f"“{stray[0]}” is none of the choices." if stray else ""
    if field.field_type == "checkbox":
        return "" if default.lower() in YES_OR_NO else "Say true or false, or nothing."
    if field.field_type in CHOSEN:
        return "" if default in choices else f"“{default}” is none of the choices."
    asked = builder([field])({field.clean_name or field.get_field_clean_name(): default})
    wrong = [str(said[0]) for said in asked.errors.values()]
    return f"It does not answer the question itself: {wrong[0]}" if wrong else ""
