"""A translation is stopped: from then on its page is one of its own."""

from typing import Any

from wagtail.models import Page

from cms.translating import standing
from cms.translating.services import drafts, writing


def stop(*, translation_id: int, by: Any) -> Any:
    """Stop keeping a translation in step; what was written so far is the latest draft of its page.

    A text that does not fit is left behind. Return the page.

    :raises NotFound: when there is no such translation.
    :raises NotAllowed: when the person may not write the page.
    :raises Locked: while it is reviewed by others or somebody else has locked it.
    :raises TranslationUnfit: when the draft as a whole does not fit its page.
    """
    with writing.opened(translation_id=translation_id, by=by) as (translation, target):
        is_page = isinstance(target, Page)
        if is_page and not target.workflow_in_progress and standing.differs(target, translation):
            drafts.keep(translation, target, by)
        translation.enabled = False
        translation.save(update_fields=["enabled"])
    return target
