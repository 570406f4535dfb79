"""Two revisions side by side: values that are no texts are told apart and said in words."""

from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.timezone import localtime
from wagtail.admin.compare import FieldComparison, TextDiff, register_comparison_class

NOTHING = "not set"
DAY, MOMENT = "j M Y", "j M Y, H:i"


class InWords(FieldComparison):  # type: ignore[misc]
    """Says what was and what is, moments in the time of the person who looks."""

    def htmldiff(self) -> str:
        """Return the one value, or both with a space between."""
        before, after = in_words(self.val_a), in_words(self.val_b)
        if not self.has_changed():
            return escape(before)
        diff = TextDiff([("deletion", before), ("addition", after)], separator=" ")
        return str(diff.to_html())


def in_words(value: Any) -> str:
    """Return a value as people read it."""
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return date_format(localtime(value), MOMENT)
    return date_format(value, DAY) if isinstance(value, date) else str(value)


def register() -> None:
    """Have every comparison of the admin say such values so."""
    for field in (models.DateField, models.BooleanField):
        register_comparison_class(field, comparison_class=InWords)
