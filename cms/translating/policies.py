"""Who may do what to translations; one rule for every door."""

from typing import Any

from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page
from wagtail.snippets.permissions import user_can_edit_snippet_type

from cms.translating.exceptions import Locked
from common.exceptions import NotAllowed

IN_REVIEW = "It is with its reviewers ({step}): only they change it until they have decided."
SCHEDULED = "It is in the schedule: nobody changes it before it is taken out."
LOCKED = "{name} locked it: nobody else changes it until it is unlocked."


def require_can_write(user: Any, thing: Any) -> None:
    """Let those pass who may write a page now, or a snippet of its kind.

    :raises NotAllowed: for everybody who never may.
    :raises Locked: while it is reviewed by others or somebody else has locked it.
    """
    may_write = (
        thing.permissions_for_user(user).can_edit()
        if isinstance(thing, Page)
        else user_can_edit_snippet_type(user, type(thing))
    )
    if not may_write:
        raise NotAllowed("You may not translate this.")
    if isinstance(thing, Page):
        require_unlocked(user, thing)


def objection(user: Any, page: Any) -> str:
    """Return why a person does not change the page now, as a sentence; nothing if they do.

    A lock of one's own opens no page that others review.
    """
    task = page.current_workflow_task
    if task is not None and task.locked_for_user(page, user):
        return IN_REVIEW.format(step=task.name)
    lock = page.get_lock()
    if lock is None or not lock.for_user(user):
        return ""
    if not page.locked:
        return SCHEDULED
    return LOCKED.format(name=who_locked(page))


def who_locked(page: Any) -> str:
    """Return the name of who locked a page."""
    return str(get_user_display_name(page.locked_by)) if page.locked_by else "Somebody"


def require_unlocked(user: Any, page: Any) -> None:
    """Let those pass who may change the page now.

    :raises Locked: for everybody else, saying why.
    """
    said = objection(user, page)
    if said:
        raise Locked(said)


def can_begin(user: Any) -> bool:
    """Return whether the person begins translations and brings them in step with their source."""
    return bool(user.has_perm("wagtail_localize.submit_translation"))


def can_submit(user: Any, page: Any) -> bool:
    """Return whether the person may write the page and submit translations."""
    may_write = page.permissions_for_user(user).can_edit()
    return bool(may_write and can_begin(user))


def require_can_submit(user: Any, page: Any) -> None:
    """Let those pass who may write the page and submit translations.

    :raises NotAllowed: for everybody else.
    """
    if not can_submit(user, page):
        raise NotAllowed("You may not submit translations of this page.")


def can_convert(user: Any, page: Any) -> bool:
    """Return whether the person may throw the translation of a page away for a copy, now."""
    return can_publish(user, page) and not objection(user, page)


def can_publish(user: Any, page: Any) -> bool:
    """Return whether the person may change what visitors see at the page."""
    return bool(page.permissions_for_user(user).can_publish())
