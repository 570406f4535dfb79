"""The front page of the shop."""

from typing import Any, ClassVar

from cms.core.pages import ROOT, BasePage


class HomePage(BasePage):
    """The front page of the shop, at the root of the pages of its language."""

    api_type: ClassVar[str] = "home"

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    # In further languages it is translated.
    max_count = 1

    @classmethod
    def can_exist_under(cls, parent: Any) -> bool:
        """Return whether it is the root of the tree."""
        return bool(parent.depth == ROOT)

    class Meta:
        verbose_name = "home page"
