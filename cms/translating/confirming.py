"""Screens that ask once before something is done to a translation as a whole."""

from abc import abstractmethod
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail.models import Page
from wagtail_localize.models import Translation, get_edit_url

from cms.translating import policies, selectors
from cms.translating.services import fitting, review, stopping
from common import refusing
from common.exceptions import Refusal


class _Asking(WagtailAdminTemplateMixin, TemplateView):  # type: ignore[misc]
    """What it is about, and what of it does not fit; who may not change the page is turned away."""

    page: Any
    translation: Any

    @cached_property
    def back(self) -> str:
        """Return where the person came from."""
        return str(get_edit_url(self.page))

    def get_page_subtitle(self) -> str:
        """Return the name of the page."""
        return str(getattr(self.page, "draft_title", self.page))

    def get_breadcrumbs_items(self) -> list[Any]:
        """Return none: the heading says what it is about."""
        return []

    def get_context_data(self, **kwargs: Any) -> Any:
        """Return the page and what does not fit in it."""
        return super().get_context_data(
            page=self.page,
            back=self.back,
            unfit=fitting.look_again(self.translation),
            **kwargs,
        )

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        """Do it, and return to where the page is written; where it is refused, say why."""
        try:
            with refusing.as_pages():
                messages.success(request, self.act())
        except Refusal as refusal:
            messages.error(request, refusal.detail)
        return redirect(get_valid_next_url_from_request(request) or self.back)

    @abstractmethod
    def act(self) -> str:
        """Do what was asked about, and return the sentence that says so."""


class SubmitForReview(_Asking):
    """Hands a translation to its reviewers."""

    template_name = "translating/submit.html"
    page_title = "Submit for review"
    header_icon = "wagtail-localize-language"

    @cached_property
    def page(self) -> Any:
        """Return the page."""
        return get_object_or_404(Page, pk=self.kwargs["page_id"])

    @cached_property
    def translation(self) -> Any:
        """Return the translation that becomes its draft."""
        found = selectors.translation_of(self.page)
        if found is None:
            raise Http404
        return found

    def get_context_data(self, **kwargs: Any) -> Any:
        """Return how much of it is translated, too."""
        total, done = self.translation.get_progress()
        if not self.page.permissions_for_user(self.request.user).can_edit():
            raise PermissionDenied
        workflow = self.page.get_workflow()
        return super().get_context_data(
            workflow=workflow, total=total, done=done, left=total - done, **kwargs
        )

    def act(self) -> str:
        """Submit it."""
        page = review.submit(page_id=self.page.pk, by=self.request.user)
        return f"“{page.draft_title}” is with its reviewers now."


class Stop(_Asking):
    """Makes a translated page one of its own."""

    template_name = "translating/stop.html"
    page_title = "Stop synced translation"
    header_icon = "cross"

    @cached_property
    def translation(self) -> Any:
        """Return the translation."""
        return get_object_or_404(Translation, pk=self.kwargs["translation_id"])

    @cached_property
    def page(self) -> Any:
        """Return what it is kept in."""
        try:
            return self.translation.get_target_instance()
        except ObjectDoesNotExist:
            raise Http404 from None

    def get_context_data(self, **kwargs: Any) -> Any:
        """Return the language of the source, too."""
        try:
            with refusing.as_pages():
                policies.require_can_write(self.request.user, self.page)
        except Refusal as refusal:
            kwargs["held"] = refusal.detail
        return super().get_context_data(
            language=self.translation.source.locale.get_display_name(), **kwargs
        )

    def act(self) -> str:
        """Stop it."""
        stopping.stop(translation_id=self.translation.pk, by=self.request.user)
        return f"“{self.get_page_subtitle()}” is a page of its own now, with what was translated so far."
