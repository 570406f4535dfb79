"""What follows from signing in, from new passwords and from migrations."""

from typing import Any

from identity.services import roles, sessions


def make_groups(**kwargs: Any) -> None:
    """Make the groups once every permission is there."""
    roles.ensure_groups()


def end_all_sessions(*, user: Any, **kwargs: Any) -> None:
    """A forgotten password was replaced: whoever is signed in with the old one is not."""
    sessions.end_all(user=user)


def end_other_sessions(*, request: Any, user: Any, **kwargs: Any) -> None:
    """A password was changed: only the session that changed it goes on."""
    sessions.end_all(user=user, but=request.session.session_key)
