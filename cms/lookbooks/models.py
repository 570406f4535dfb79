"""Looks of a season, each piece to be had."""

from typing import ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel

from cms.core.pages import BasePage


class LookbookPage(BasePage):
    """Looks of a season: pictures on which the pieces can be had."""

    api_type: ClassVar[str] = "lookbook"
    subpage_types: ClassVar[list[str]] = []
    season = models.CharField(max_length=60, blank=True, help_text="Such as Rainy season 2026")
    introduction = models.TextField(max_length=600, blank=True)
    cover = models.ForeignKey(
        "media.Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    content_panels = [
        *BasePage.content_panels[:-1],
        FieldPanel("season"),
        FieldPanel("introduction"),
        FieldPanel("cover"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = "lookbook"
