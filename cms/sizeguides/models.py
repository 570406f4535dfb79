"""How to find one's size."""

from typing import Any, ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import SynchronizedField

from cms.core.choosers import category_chooser, vendor_chooser
from cms.core.pages import BasePage


class SizeGuidePage(BasePage):
    """How to find one's size: of everything, of a kind of garment, or of a vendor."""

    api_type: ClassVar[str] = "size_guide"
    subpage_types: ClassVar[list[str]] = []
    category = models.ForeignKey(
        "catalogue.Category",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The garments it is for; none for all",
    )
    vendor = models.ForeignKey(
        "partner.Partner",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Whose garments it is for; none for all",
    )

    content_panels = [
        *BasePage.content_panels[:-1],
        FieldPanel("category", widget=category_chooser.widget_class),
        FieldPanel("vendor", widget=vendor_chooser.widget_class),
        FieldPanel("body"),
    ]

    override_translatable_fields: ClassVar[list[Any]] = [
        SynchronizedField("category", overridable=False),
        SynchronizedField("vendor", overridable=False),
    ]

    class Meta:
        verbose_name = "size guide"
