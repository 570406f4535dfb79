"""A translation that begins, or begins again, over a page that visitors see changes nothing for them.

The editor's own way writes the new words into the row that visitors read.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import transaction
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.translating import selectors
from cms.translating.services import drafts

Save = Callable[..., Any]


def leave_visitors_alone() -> None:
    """Have what is not published kept as a draft, wherever the editor saves a translation."""
    Translation.save_target = _aside(Translation.save_target)


def _aside(save: Save) -> Save:
    @wraps(save)
    def saved(self: Translation, user: Any = None, publish: bool = True) -> Any:
        page = None if publish else selectors.live_target(self)
        if page is None:
            return save(self, user=user, publish=publish)
        return _keep(self, page, user)

    return saved


@transaction.atomic
def _keep(translation: Translation, page: Page, by: Any) -> None:
    """Keep a draft; a copy goes on showing what it shows, and follows its source no longer."""
    if page.alias_of_id:
        ConvertAliasPageAction(page, user=by).execute(skip_permission_checks=True)
    drafts.keep(translation, page, by)
    translation.source.update_target_view_restrictions(translation.target_locale)
