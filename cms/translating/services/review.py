"""A finished translation goes to its reviewers, who publish it."""

from typing import Any

from django.db import transaction
from wagtail.models import Page, WorkflowState

from cms.translating import policies, selectors
from cms.translating.exceptions import InReview, NoReview
from cms.translating.services import drafts, fitting
from common.exceptions import NotFound


@transaction.atomic
def submit(*, page_id: int, by: Any) -> Page:
    """Keep the translation as a draft of its page and hand it to the reviewers; return the page.

    What visitors see stays. Words without a translation are in the language of the source.

    :raises NotFound: when the page is no translation kept in step with its source.
    :raises NotAllowed: when the person may not submit translations of it.
    :raises InReview: when it waits for reviewers already.
    :raises Locked: while somebody else has locked it.
    :raises NoReview: when nobody reviews this page.
    :raises TranslationUnfit: when a translated text does not fit where it stands.
    """
    page = Page.objects.select_for_update(of=("self",)).filter(pk=page_id).first()
    translation = selectors.translation_of(page) if page is not None else None
    if page is None or translation is None:
        raise NotFound("There is no such translation.")
    policies.require_can_submit(by, page)
    _require_reviewable(page)
    policies.require_unlocked(by, page)
    fitting.require_fit(translation)
    drafts.keep(translation, page, by)
    _start(page.specific, by)
    return page


def _require_reviewable(page: Page) -> None:
    if not page.has_workflow:
        raise NoReview
    if page.workflow_in_progress:
        raise InReview


def _start(page: Any, by: Any) -> None:
    state = page.current_workflow_state
    if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(user=by)
    else:
        page.get_workflow().start(page, by)
