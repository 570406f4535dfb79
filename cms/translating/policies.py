"""Who may do what to translations; one rule for every door."""

from typing import Any

from common.exceptions import NotAllowed


def require_can_submit(user: Any, page: Any) -> None:
    """Let those pass who may write the page and submit translations.

    :raises NotAllowed: for everybody else.
    """
    may_write = page.permissions_for_user(user).can_edit()
    if not may_write or not user.has_perm("wagtail_localize.submit_translation"):
        raise NotAllowed("You may not submit translations of this page.")


def can_publish(user: Any, page: Any) -> bool:
    """Return whether the person may change what visitors see at the page."""
    return bool(page.permissions_for_user(user).can_publish())
