"""Ending sessions, and with them every token minted inside."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from identity.exceptions import SessionNotFound
from identity.models import User
from identity.selectors import sessions


@transaction.atomic
def end(*, user: User, public_id: str) -> None:
    """End one session of the person.

    :raises SessionNotFound: when it is not an open session of theirs.
    """
    found = next(
        (each for each in sessions.open_of(user) if sessions.public_id_of(each) == public_id), None
    )
    if found is None:
        raise SessionNotFound("You have no open session with this id.")
    _end([found.session_key])


@transaction.atomic
def end_all(*, user: User, but: str | None = None) -> None:
    """End every session of the person except the one with the key `but`."""
    keys = UserSession.objects.filter(user_id=user.pk).exclude(session_key=but or "")
    _end(list(keys.values_list("session_key", flat=True)))


def _end(keys: list[str]) -> None:
    Session.objects.filter(session_key__in=keys).delete()
    UserSession.objects.filter(session_key__in=keys).delete()
