"""The front page of the shop."""

from typing import ClassVar

from cms.core.pages import BasePage


class HomePage(BasePage):
    """The front page of the shop, at the root of the pages of its language."""

    api_type: ClassVar[str] = "home"

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]

    class Meta:
        verbose_name = "home page"
