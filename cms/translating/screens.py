"""Screens of the admin around translations, and the doors of the editor that need a guard."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import DataError, transaction
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail_localize.views.convert import convert_to_alias
from wagtail_localize.views.edit_translation import upload_pofile
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from cms.translating import policies, selectors
from cms.translating.exceptions import ParentNotTranslated
from cms.translating.services import review
from common.exceptions import NotAllowed, NotFound, Refusal


class SubmitForReview(WagtailAdminTemplateMixin, TemplateView):  # type: ignore[misc]
    """Asks once, and hands a translation to its reviewers."""

    template_name = "translating/submit.html"
    page_title = "Submit for review"
    header_icon = "wagtail-localize-language"

    def get_context_data(self, **kwargs: Any) -> Any:
        """Return the page and how much of it is translated."""
        page = get_object_or_404(Page, pk=self.kwargs["page_id"])
        translation = selectors.translation_of(page)
        if translation is None:
            raise Http404
        if not page.permissions_for_user(self.request.user).can_edit():
            raise PermissionDenied
        total, done = translation.get_progress()
        return super().get_context_data(
            page=page, breadcrumbs_items=self._way(page), workflow=page.get_workflow(), total=total, done=done, left=total - done,
            **kwargs,
        )  # fmt: skip

    def _way(self, page: Page) -> list[dict[str, Any]]:
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return [{"url": edit, "label": page.draft_title}, {"url": "", "label": self.page_title}]

    def post(self, request: HttpRequest, page_id: int) -> HttpResponseBase:
        """Submit, and return to the translation."""
        try:
            page = review.submit(page_id=page_id, by=request.user)
        except NotFound:
            raise Http404 from None
        except NotAllowed:
            raise PermissionDenied from None
        except Refusal as refusal:
            messages.error(request, refusal.detail)
        else:
            messages.success(request, f"“{page.draft_title}” is with its reviewers now.")
        return redirect("wagtailadmin_pages:edit", page_id)


class Submit(SubmitPageTranslationView):  # type: ignore[misc]
    """Begins a translation below a page that is there in the language.

    The editor's own view would put copies of untranslated pages above it, and publish them.
    """

    def form_valid(self, form: Any) -> HttpResponseBase:
        """Begin, unless the page above is missing."""
        missing = selectors.without_parent(self.object, form.cleaned_data["locales"])
        if missing:
            parent = self.object.get_parent()
            names = ", ".join(str(each.get_display_name()) for each in missing)
            refusal = ParentNotTranslated(f"Translate “{parent.title}” into {names} first.")
            messages.error(self.request, refusal.detail)
            return redirect(self.request.path)
        answer: HttpResponseBase = super().form_valid(form)
        return answer


class Update(UpdateTranslationsView):  # type: ignore[misc]
    """Brings translations in step with their source; only who may publish them may do so here."""

    def get_form(self) -> Any:
        """Return the form, publishing out of reach for those who may not."""
        form = super().get_form()
        pages = [each for each in selectors.targets(self.object) if isinstance(each, Page)]
        if not all(policies.can_publish(self.request.user, each) for each in pages):
            field = form.fields["publish_translations"]
            field.disabled, field.help_text = True, "Only who may publish the pages may do this."
        return form


def convert(request: HttpRequest, page_id: int) -> HttpResponseBase:
    """Throw a translation away for a copy of its source, which goes live with it."""
    page = get_object_or_404(Page, pk=page_id)
    if not policies.can_publish(request.user, page):
        raise PermissionDenied
    answer: HttpResponseBase = convert_to_alias(request, page_id)
    return answer


def upload(request: HttpRequest, translation_id: int) -> HttpResponseBase:
    """Take in a PO file; one that is none, or does not fit its fields, changes nothing."""
    try:
        with transaction.atomic():
            answer: HttpResponseBase = upload_pofile(request, translation_id)
    except (KeyError, ValueError, DataError):
        messages.error(request, "Nothing was taken in: upload the PO file of this translation.")
        return redirect("wagtailadmin_home")
    return answer
