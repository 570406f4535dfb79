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
from cms.core.addressing import PageForm
from cms.core.blocks import BODY_BLOCKS
from cms.core.copying import PageCopyForm
from cms.core.fields import BodyField

# The front page, and what holds other pages; a shop without a front page has Wagtail's plain one.
SECTIONS = [
    "cms_home.HomePage", "cms_pages.StandardPage", "cms_landing.LandingPage", "wagtailcore.Page",
]  # fmt: skip
ROOT = 1


class BasePage(HeadlessMixin, Page):  # type: ignore[misc]
    """A page built from blocks, served as data and shown by whatever frontend asks.

    `api_type` is its type on the wire.
    """

    api_type: ClassVar[str] = "page"
    parent_page_types: ClassVar[list[str]] = SECTIONS
    copy_form_class = PageCopyForm
    base_form_class = PageForm
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

    @classmethod
    def can_exist_under(cls, parent: Any) -> bool:
        """Return whether a new page of this family may stand there; old ones stay where they are.

        Below the root of the tree stand front pages alone.
        """
        return parent.depth > ROOT and bool(super().can_exist_under(parent))

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

    def get_url(self, request: Any = None, current_site: Any = None) -> str | None:
        """Return the whole address, the frontend's: no page is served where the admin is."""
        found: str | None = self.get_full_url(request)
        return found

    url = property(get_url)

    def get_client_root_url(self, request: HttpRequest) -> str:
        """Return where the frontend shows drafts."""
        return f"{settings.CLIENT_URL}/preview/"

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Keep the draft for an hour and show it in the frontend."""
        answer: HttpResponse = super().serve_preview(request, mode_name)
        answer["Cache-Control"] = "no-store"
        answer["Referrer-Policy"] = "no-referrer"
        return answer
