"""The page that tells the story of a collection."""

from typing import Any, ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import SynchronizedField

from cms.core.choosers import collection_chooser
from cms.core.pages import BasePage


class CollectionPage(BasePage):
    """Blocks around the products of one collection of the catalogue."""

    api_type: ClassVar[str] = "collection"
    collection = models.ForeignKey(
        "catalogue.Collection", on_delete=models.PROTECT, related_name="pages"
    )

    content_panels = [
        *BasePage.content_panels[:-1],
        FieldPanel("collection", widget=collection_chooser.widget_class),
        FieldPanel("body"),
    ]

    override_translatable_fields: ClassVar[list[Any]] = [
        SynchronizedField("collection", overridable=False)
    ]

    class Meta:
        verbose_name = "collection page"
