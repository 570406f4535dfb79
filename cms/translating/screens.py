"""Screens of the admin around translations, and the doors of the editor that need a guard."""

from typing import Any

from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied
from django.db import DataError, transaction
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail.models import Page
from wagtail_localize.models import SourceDeletedError, Translation
from wagtail_localize.views.convert import convert_to_alias
from wagtail_localize.views.edit_translation import preview_translation, upload_pofile
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from cms.translating import policies, selectors
from cms.translating.exceptions import Locked, ParentNotTranslated, TranslationUnfit
from cms.translating.services import fitting, writing
from common import refusing


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


def refused(request: HttpRequest, page: Page) -> HttpResponseBase | None:
    """Return to a translation that is locked or does not fit, saying why; else nothing."""
    translation = selectors.translation_of(page)
    if translation is None:
        return None
    try:
        policies.require_unlocked(request.user, page)
        fitting.require_fit(translation)
    except (Locked, TranslationUnfit) as refusal:
        messages.error(request, f"Nothing was published: {refusal.detail}")
        return redirect(request.path)
    return None


class Update(UpdateTranslationsView):  # type: ignore[misc]
    """Brings translations in step with their source; only who may publish them may do so here."""

    def get_form(self) -> Any:
        """Return the form, publishing out of reach for those who may not."""
        form = super().get_form()
        pages = [each for each in selectors.targets(self.object) if isinstance(each, Page)]
        user = self.request.user
        if not all(
            policies.can_publish(user, each) and not policies.objection(user, each)
            for each in pages
        ):
            field = form.fields["publish_translations"]
            field.disabled, field.help_text = True, "Only who may publish the pages may do this."
        return form

    def form_valid(self, form: Any) -> HttpResponseBase:
        """Bring them in step; where something would be published that does not fit, do nothing."""
        try:
            with transaction.atomic():
                for each in self.object.translations.filter(enabled=True):
                    fitting.look_again(each)
                answer: HttpResponseBase = super().form_valid(form)
                if form.cleaned_data["publish_translations"]:
                    for each in self.object.translations.filter(enabled=True):
                        fitting.require_fit(each)
        except TranslationUnfit as refusal:
            list(get_messages(self.request))  # It was not done after all.
            messages.error(self.request, f"Nothing was changed: {refusal.detail}")
            return redirect(self.request.path)
        return answer


@xframe_options_sameorigin
def preview(request: HttpRequest, translation_id: int, mode: str | None = None) -> HttpResponseBase:
    """Show the draft without what was deleted since it was chosen; in review, the draft under review."""
    translation = get_object_or_404(Translation, pk=translation_id)
    try:
        fitting.look_again(translation)
    except SourceDeletedError:
        raise Http404 from None
    page = selectors.under_review(translation)
    if page is not None:
        return _preview_draft(request, page, mode)
    answer: HttpResponseBase = preview_translation(request, translation_id, mode)
    return answer


def _preview_draft(request: HttpRequest, page: Page, mode: str | None) -> HttpResponseBase:
    """Show the latest draft of a page, to whoever may change it."""
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    mode = mode or draft.default_preview_mode
    if mode not in dict(draft.preview_modes):
        raise Http404
    answer: HttpResponseBase = draft.make_preview_request(request, mode)
    return answer


def convert(request: HttpRequest, page_id: int) -> HttpResponseBase:
    """Throw a translation away for a copy of its source, which goes live with it."""
    page = get_object_or_404(Page, pk=page_id)
    if not policies.can_publish(request.user, page):
        raise PermissionDenied
    if said := policies.objection(request.user, page):
        messages.error(request, f"Nothing was changed: {said}")
        return redirect("wagtailadmin_pages:edit", page_id)
    answer: HttpResponseBase = convert_to_alias(request, page_id)
    return answer


@require_POST
def upload(request: HttpRequest, translation_id: int) -> HttpResponseBase:
    """Take in a PO file; one that is none, or does not fit its fields, changes nothing."""
    try:
        with refusing.as_pages(), writing.written(translation_id=translation_id, by=request.user):
            answer: HttpResponseBase = upload_pofile(request, translation_id)
    except Locked as refusal:
        messages.error(request, f"Nothing was taken in: {refusal.detail}")
        return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")
    except (KeyError, ValueError, DataError):
        messages.error(request, "Nothing was taken in: upload the PO file of this translation.")
        return redirect("wagtailadmin_home")
    return answer
