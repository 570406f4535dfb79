"""What every page of ours has."""

from typing import Any, ClassVar

from django.conf import settings
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from cms.core.blocks import BODY_BLOCKS


class BasePage(Page):  # type: ignore[misc]
    """A page built from blocks, served as data and shown by whatever frontend asks.

    `api_type` is its type on the wire.
    """

    api_type: ClassVar[str] = "page"
    body = StreamField(BODY_BLOCKS, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("body")]
    template = "cms/page.html"

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return what the built-in preview shows: the page as the API answers it."""
        from cms.delivery.services.pages import as_data

        context = super().get_context(request, *args, **kwargs)
        context["data"] = as_data(self, locale=self.locale.language_code)
        context["shop_url"] = settings.SHOP_URL
        return dict(context)
