"""What every page of ours has."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index
from wagtail_headless_preview.models import HeadlessMixin

from cms.core import links
from cms.core.blocks import BODY_BLOCKS
from cms.core.fields import BodyField


class BasePage(HeadlessMixin, Page):  # type: ignore[misc]
    """A page built from blocks, served as data and shown by whatever frontend asks.

    `api_type` is its type on the wire.
    """

    api_type: ClassVar[str] = "page"
    body = BodyField(BODY_BLOCKS, blank=True)
    share_picture = models.ForeignKey(
        "media.Picture",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Shown where the page is shared",
    )
    is_noindex = models.BooleanField("Hide from search engines", default=False)

    content_panels = [*Page.content_panels, FieldPanel("body")]
    promote_panels = [
        *Page.promote_panels,
        MultiFieldPanel([FieldPanel("share_picture"), FieldPanel("is_noindex")], "Sharing"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("body")]

    class Meta:
        abstract = True

    def get_url_parts(self, request: Any = None) -> Any:
        """Return the site, the frontend's address and the path there, which names the language."""
        found = self._get_relevant_site_root_paths(request)
        if not found:
            return None
        site_id, _, _, language = found[0]
        return (
            site_id,
            settings.CLIENT_URL,
            links.prefix_of(language) + links.path_of(self.url_path),
        )

    def get_client_root_url(self, request: HttpRequest) -> str:
        """Return where the frontend shows drafts."""
        return f"{settings.CLIENT_URL}/preview/"

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Keep the draft for an hour and show it in the frontend."""
        answer: HttpResponse = super().serve_preview(request, mode_name)
        answer["Cache-Control"] = "no-store"
        answer["Referrer-Policy"] = "no-referrer"
        return answer
