"""The admin's form of the website: a language that is there twice is told at the second."""

from typing import Any

from wagtail.admin.forms.models import WagtailAdminModelForm

TWICE = "There are words for {} already."


class SiteForm(WagtailAdminModelForm):  # type: ignore[misc]
    """Holds the words of the languages against one another."""

    def clean(self) -> Any:
        """Refuse a language that has words already."""
        said = super().clean()
        seen = set()
        for row in self.formsets["words"].forms:
            given = row.cleaned_data if row.is_valid() else {}
            locale = None if given.get("DELETE") else given.get("locale")
            if locale in seen:
                row.add_error("locale", TWICE.format(locale))
            seen |= {locale} - {None}
        return said
