"""The form in which a page is copied."""

from typing import Any

from wagtail.admin.forms.pages import CopyForm


class PageCopyForm(CopyForm):  # type: ignore[misc]
    """A copy, or an alias, which says what its original says: it takes no title of its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "alias" in self.fields:
            self.fields["alias"].help_text = (
                "It says what this page says, its title too, and follows every change of it. "
                "Search engines are led to this page."
            )

    def clean(self) -> Any:
        """Refuse an alias that was given a title: it would be dropped in silence."""
        found = super().clean()
        title = found.get("new_title")
        if found.get("alias") and title and title != self.page.title:
            self.add_error(
                "new_title",
                f"An alias has the title of its original, “{self.page.title}”. Leave that title, "
                "or make a copy that is no alias.",
            )
        return found
