"""Telling of new aliases, which Wagtail makes live and says nothing of."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import transaction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page

from cms.publishing.selectors import presence
from cms.publishing.services import announcing


def tell_of_aliases() -> None:
    """Have aliases told of, with all below them, in the transaction in which they are made."""
    act: Any = CreatePageAliasAction
    act.execute = _told(act.execute)


def _told(execute: Callable[..., Page]) -> Callable[..., Page]:
    # Wagtail closes an alias of what is private only after it has made all below it.
    @wraps(execute)
    @transaction.atomic
    def told(self: Any, *args: Any, **kwargs: Any) -> Page:
        alias = execute(self, *args, **kwargs)
        announcing.announce(page_ids=presence.subtree(alias.pk))
        return alias

    return told
