"""A page of words and pictures, such as About us or a policy."""

from typing import ClassVar

from cms.core.pages import BasePage


class StandardPage(BasePage):
    """A page of words and pictures, such as About us or a policy."""

    api_type: ClassVar[str] = "page"

    class Meta:
        verbose_name = "standard page"
