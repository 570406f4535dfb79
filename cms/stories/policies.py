"""Who writes stories: whoever writes pages, where Wagtail lets them add one."""

from typing import Any

from wagtail.models import Page

from cms.stories.exceptions import MayNotWriteStories
from identity.policies.roles import can_edit_content


def can_write_stories(user: Any, *, shelf: Page | None) -> bool:
    """Return whether the person may begin a story on the shelf, or on one that is not there yet."""
    place = shelf or Page.get_first_root_node()
    if place is None or not can_edit_content(user):
        return False
    mine = place.permissions_for_user(user)
    return bool(user.is_superuser or "add" in mine.permissions)


def require_can_write_stories(user: Any, *, shelf: Page | None) -> None:
    """Refuse who may not.

    :raises MayNotWriteStories: always then.
    """
    if not can_write_stories(user, shelf=shelf):
        raise MayNotWriteStories
