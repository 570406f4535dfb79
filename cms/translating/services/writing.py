"""Who writes a translation has the page to themselves, and reviewers approve what they read."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.translating import policies, selectors, standing
from cms.translating.services import drafts
from common.exceptions import NotFound


@contextmanager
def opened(*, translation_id: int, by: Any) -> Iterator[tuple[Translation, Any]]:
    """Have a translation, and what it is kept in, to oneself inside: all is done or nothing.

    :raises NotFound: when there is no such translation.
    :raises NotAllowed: when the person may not write the page.
    :raises Locked: while it is reviewed by others or somebody else has locked it.
    """
    with transaction.atomic():
        translation = selectors.translation(translation_id)
        target = selectors.locked_target(translation) if translation is not None else None
        if translation is None or target is None:
            raise NotFound("There is no such translation.")
        policies.require_can_write(by, target)
        yield translation, target


@contextmanager
def written(*, translation_id: int, by: Any) -> Iterator[Translation]:
    """Let a person write a translation inside; raise what `opened` raises.

    A page that visitors see is one with changes afterwards. While a translation is with its
    reviewers only they write it; what they write is its latest draft at once, which they approve.
    """
    with opened(translation_id=translation_id, by=by) as (translation, target):
        before = standing.last_written(translation)
        yield translation
        if isinstance(target, Page) and standing.last_written(translation) != before:
            _tell(translation, target, by)


def _tell(translation: Translation, page: Page, by: Any) -> None:
    if page.workflow_in_progress:
        drafts.keep(translation, page, by)
    elif page.live:
        Page.objects.filter(pk=page.pk).update(has_unpublished_changes=True)
