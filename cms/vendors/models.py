"""The page that tells who a vendor is."""

from typing import Any, ClassVar

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import SynchronizedField

from cms.core.choosers import vendor_chooser
from cms.core.pages import BasePage


class VendorPage(BasePage):
    """Who a vendor is, told by an editor around the vendor's own facts and products."""

    api_type: ClassVar[str] = "vendor"
    vendor = models.ForeignKey("partner.Partner", on_delete=models.PROTECT, related_name="pages")

    content_panels = [
        *BasePage.content_panels[:-1],
        FieldPanel("vendor", widget=vendor_chooser.widget_class),
        FieldPanel("body"),
    ]

    override_translatable_fields: ClassVar[list[Any]] = [
        SynchronizedField("vendor", overridable=False)
    ]

    class Meta:
        verbose_name = "vendor page"
