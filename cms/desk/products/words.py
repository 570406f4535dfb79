"""The description as people write it: rich text in the admin, plain HTML in the catalogue."""

from typing import Any

from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.rich_text import expand_db_html

from commerce.catalogue.services.descriptions import cleaned

FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "hr", "link"]


class HtmlArea(DraftailRichTextArea):  # type: ignore[misc]
    """Wagtail's rich text; HTML that did not come from its editor is taken as it is."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": FEATURES, **kwargs})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return the HTML."""
        try:
            return super().value_from_datadict(data, files, name)
        except (ValueError, KeyError, TypeError, AttributeError, IndexError):
            return data.get(name, "")

    def is_changed(self, before: str, after: str) -> bool:
        """Return whether a person changed it: the editor alone writes HTML a little differently."""
        untouched = self.converter.to_database_format(self.converter.from_database_format(before))
        return plain(after) not in (plain(before), plain(untouched))


def plain(html: str) -> str:
    """Return the HTML as the catalogue keeps it, with links to pages of the site written out."""
    return cleaned(expand_db_html(html))
