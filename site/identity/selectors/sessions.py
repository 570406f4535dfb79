"""The sessions a person has open."""

from typing import Any

from allauth.headless.tokens.strategies.jwt import internal
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac

from identity.models import User


def open_of(user: User) -> QuerySet[UserSession]:
    """Return the person's sessions that still count, the newest first."""
    alive = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    return UserSession.objects.filter(user_id=user.pk, session_key__in=alive).order_by(
        "-created_at", "-pk"
    )


def public_id_of(session: UserSession) -> str:
    """Return the opaque id of a session; it says nothing about its key."""
    digest = salted_hmac("identity.sessions", session.session_key, algorithm="sha256")
    return f"ses_{digest.hexdigest()[:22]}"


def key_of(claims: dict[str, Any]) -> str | None:
    """Return the key of the session that the claims of a token belong to."""
    key = internal.session_key_from_sid(str(claims.get("sid", "")))
    return str(key) if key else None
