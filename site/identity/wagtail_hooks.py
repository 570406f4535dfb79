"""What follows from acts on many people at once."""

from typing import Any

from wagtail import hooks

from identity.models import User
from identity.services import people


@hooks.register("after_bulk_action")
def end_sessions_of_inactive(request: Any, action: str, objects: Any, view: Any) -> None:
    """End the sessions of people whose accounts were switched off."""
    if action == "set_active_state" and view.model is User:
        people.end_sessions_of_inactive(user_ids=[each.pk for each in objects])
