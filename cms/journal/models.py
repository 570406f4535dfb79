"""Articles, and the page that lists them."""

from typing import ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel

from cms.core.pages import BasePage


class JournalIndexPage(BasePage):
    """The page that lists the articles below it, the newest first."""

    api_type: ClassVar[str] = "journal"
    introduction = models.TextField(max_length=600, blank=True)

    content_panels = [
        *BasePage.content_panels[:-1],
        FieldPanel("introduction"),
        FieldPanel("body"),
    ]
    subpage_types: ClassVar[list[str]] = ["cms_journal.ArticlePage"]

    class Meta:
        verbose_name = "journal"


class ArticlePage(BasePage):
    """A story told at length."""

    api_type: ClassVar[str] = "article"
    standfirst = models.TextField(
        max_length=400, blank=True, help_text="One or two sentences, also shown in the list"
    )
    author = models.CharField(max_length=120, blank=True)
    cover = models.ForeignKey(
        "media.Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    content_panels = [
        *BasePage.content_panels[:-1],
        FieldPanel("standfirst"),
        FieldPanel("author"),
        FieldPanel("cover"),
        FieldPanel("body"),
    ]
    parent_page_types: ClassVar[list[str]] = ["cms_journal.JournalIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = "article"
