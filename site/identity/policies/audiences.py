"""Which surfaces a person may hold a token for.

Identity owns the question and the audience `admin`; the package that owns a role answers for it by
registering a predicate when the apps are ready.
"""

from collections.abc import Callable

from identity.exceptions import NoRole
from identity.models import User

STORE = "store"
VENDOR = "vendor"
ADMIN = "admin"
EXCHANGEABLE = (VENDOR, ADMIN)

Predicate = Callable[[User], bool]
_predicates: dict[str, Predicate] = {
    STORE: lambda user: user.is_active,
    ADMIN: lambda user: user.is_active and user.is_staff,
}


def register(audience: str, predicate: Predicate) -> None:
    """Let `predicate` decide who may hold tokens for `audience`."""
    _predicates[audience] = predicate


def can_hold(user: User, audience: str) -> bool:
    """Return whether the person has a role on the surface `audience` now."""
    predicate = _predicates.get(audience)
    return predicate is not None and predicate(user)


def require_can_hold(user: User, audience: str) -> None:
    """Let a person with a role on the surface `audience` pass.

    :raises NoRole: when they have none.
    """
    if not can_hold(user, audience):
        raise NoRole(f"You have no role on the surface {audience}.")


def held_by(user: User) -> list[str]:
    """Return every audience the person may hold tokens for, the store first."""
    return [audience for audience in (STORE, *EXCHANGEABLE) if can_hold(user, audience)]
