"""What is told about a product beyond its facts."""

from typing import Any, ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from cms.core import care
from cms.core.blocks import STORY_BLOCKS
from cms.core.blocks.media import CaptionedImageBlock
from cms.core.pages import BasePage


def _care(process: str) -> Any:
    return models.CharField(max_length=24, choices=care.choices(process), blank=True)


class StoryShelf(Page):  # type: ignore[misc]
    """Where the stories of a language lie: beside the site, so that no address leads here."""

    is_creatable = False
    parent_page_types: ClassVar[list[str]] = []
    subpage_types: ClassVar[list[str]] = ["cms_stories.ProductStory"]
    private_page_options: ClassVar[list[str]] = []

    class Meta:
        verbose_name = "product stories"

    def get_url_parts(self, request: Any = None) -> tuple[None, None, None]:
        """Return an address without parts: none is missing, as the explorer says of no parts."""
        return None, None, None


class ProductStory(BasePage):
    """What a product's own page tells in a language: blocks, a gallery, care, search words.

    A page for its editorial life only. It is made by `services.opening.open_story`; its
    translation key is made of the product, so that the database allows one for each language. It
    outlives its product, without which it is shown to nobody.
    """

    api_type: ClassVar[str] = "product_story"
    is_creatable = False
    parent_page_types: ClassVar[list[str]] = ["cms_stories.StoryShelf"]
    subpage_types: ClassVar[list[str]] = []
    private_page_options: ClassVar[list[str]] = []

    share_picture = None  # type: ignore[assignment]
    is_noindex = None  # type: ignore[assignment]
    product = models.ForeignKey(
        "catalogue.Product", null=True, editable=False, on_delete=models.SET_NULL,
        related_name="stories",
    )  # fmt: skip
    body = StreamField(STORY_BLOCKS, blank=True)
    gallery = StreamField([("picture", CaptionedImageBlock())], blank=True, max_num=24)
    washing = _care("washing")
    bleaching = _care("bleaching")
    tumble_drying = _care("tumble_drying")
    natural_drying = _care("natural_drying")
    ironing = _care("ironing")
    professional_care = _care("professional_care")
    care_words = models.TextField(
        "In words", max_length=600, blank=True, help_text="What the symbols do not say"
    )

    content_panels = [
        HelpPanel(template="stories/product_panel.html"),
        FieldPanel("title", help_text="For the team: shoppers see the product's own title."),
        FieldPanel("body"),
        FieldPanel("gallery"),
        MultiFieldPanel([*map(FieldPanel, care.PROCESSES), FieldPanel("care_words")], "Care"),
    ]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("seo_title"), FieldPanel("search_description")], "Search engines",
            help_text="What is empty is taken from the product.",
        )
    ]  # fmt: skip

    override_translatable_fields: ClassVar[list[Any]] = [
        SynchronizedField("slug", overridable=False),
        SynchronizedField("title"),
    ]

    class Meta:
        verbose_name = "product story"
        verbose_name_plural = "product stories"

    @property
    def care_codes(self) -> dict[str, str]:
        """The chosen codes, by process."""
        return {process: getattr(self, process) for process in care.PROCESSES}
