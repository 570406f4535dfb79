"""Accounts as staff open and change them."""

from typing import Any

from allauth.account.models import EmailAddress
from django.db import transaction

from identity.models import User
from identity.services import emails, sessions


@transaction.atomic
def keep(*, user: User, password: str = "", but: str | None = None) -> User:
    """Save a new or changed person, and what follows from it.

    The address they sign in with follows their e-mail, unverified where it is new. A new password
    or an account that is switched off ends their sessions, except the one with the key `but`.
    """
    is_new = user.pk is None
    before = None if is_new else User.objects.select_for_update().get(pk=user.pk)
    if password:
        user.set_password(password)
    elif is_new:
        user.set_unusable_password()
    if before is not None and before.phone != user.phone:
        user.phone_verified = False
    user.save()
    _follow_email(user, before)
    if before is not None and (password or (before.is_active and not user.is_active)):
        sessions.end_all(user=user, but=but)
    return user


@transaction.atomic
def end_sessions_of_inactive(*, user_ids: list[int]) -> None:
    """End the sessions of those among these people whose accounts are switched off."""
    for user in User.objects.filter(pk__in=user_ids, is_active=False).order_by("pk"):
        sessions.end_all(user=user)


def _follow_email(user: User, before: Any) -> None:
    if before is not None and before.email == user.email:
        return
    if user.email:
        emails.set_primary(user=user, email=user.email, verified=False)
    else:
        EmailAddress.objects.filter(user_id=user.pk).delete()
