"""The page that tells who a vendor is."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import SynchronizedField

from cms.core.choosers import vendor_chooser
from cms.core.pages import BasePage
from commerce.partner.models import Partner

AWAITED = "It is shown once its vendor trades."


class VendorPage(BasePage):
    """Who a vendor is, told by an editor around the vendor's own facts and products."""

    api_type: ClassVar[str] = "vendor"
    subpage_types: ClassVar[list[str]] = []
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


def of_who_does_not_trade() -> Q:
    """Return the condition that a page is about a vendor who does not trade now."""
    trading = Partner.objects.trading()  # type: ignore[attr-defined]
    about = VendorPage.objects.filter(pk=OuterRef("pk"))
    return Q(Exists(about.exclude(vendor__in=trading)))


def awaited(page: Any) -> str:
    """Return what the page of a vendor who does not trade waits for, nothing of any other."""
    chosen = page.vendor_id if isinstance(page, VendorPage) else None
    trading = Partner.objects.trading().filter(pk=chosen)  # type: ignore[attr-defined]
    return AWAITED if chosen and not trading.exists() else ""
