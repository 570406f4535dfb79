"""The page a campaign leads to."""

from typing import ClassVar

from cms.core.pages import BasePage


class LandingPage(BasePage):
    """The page a campaign leads to."""

    api_type: ClassVar[str] = "landing"

    class Meta:
        verbose_name = "landing page"
