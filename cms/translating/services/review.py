"""A finished translation goes to its reviewers, who publish it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from wagtail.coreutils import find_available_slug
from wagtail.models import Page, WorkflowState

from cms.translating import policies, selectors
from cms.translating.exceptions import InReview, NoReview, TranslationUnfit
from common.exceptions import NotFound


@transaction.atomic
def submit(*, page_id: int, by: Any) -> Page:
    """Keep the translation as a draft of its page and hand it to the reviewers; return the page.

    What visitors see stays. Words without a translation are in the language of the source.

    :raises NotFound: when the page is no translation kept in step with its source.
    :raises NotAllowed: when the person may not submit translations of it.
    :raises InReview: when it waits for reviewers already.
    :raises NoReview: when nobody reviews this page.
    :raises TranslationUnfit: when a translated field is too long or malformed.
    """
    page = Page.objects.select_for_update(of=("self",)).filter(pk=page_id).first()
    translation = selectors.translation_of(page) if page is not None else None
    if page is None or translation is None:
        raise NotFound("There is no such translation.")
    policies.require_can_submit(by, page)
    _require_reviewable(page)
    _keep_draft(translation, page, by)
    _start(page.specific, by)
    return page


def _require_reviewable(page: Page) -> None:
    if not page.has_workflow:
        raise NoReview
    if page.workflow_in_progress:
        raise InReview


def _keep_draft(translation: Any, page: Page, by: Any) -> None:
    draft = translation.source.get_ephemeral_translated_instance(
        translation.target_locale, fallback=True
    )
    draft.slug = find_available_slug(
        page.get_parent(), slugify(draft.slug) or page.slug, ignore_page_id=page.pk
    )
    try:
        draft.save_revision(user=by)
    except ValidationError as error:
        raise TranslationUnfit(" ".join(error.messages)) from error


def _start(page: Any, by: Any) -> None:
    state = page.current_workflow_state
    if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(user=by)
    else:
        page.get_workflow().start(page, by)
