"""Who a password belongs to."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from identity.models import User


class PeopleBackend(AuthenticationBackend):
    """Finds people by e-mail, or by a phone they have shown to be theirs."""

    def _authenticate_by_phone(self, phone: str, password: str) -> Any:
        user = User.objects.filter(phone=phone, phone_verified=True).first()
        return self._check_password(user, password)
