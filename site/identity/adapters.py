"""How allauth treats our people."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.httpkit import is_headless_request
from django.contrib.sites.shortcuts import get_current_site
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from identity.exceptions import SmsNotAvailable
from identity.models import User

_MISMATCH = _("This e-mail address or phone number and this password do not belong together.")


class AccountAdapter(DefaultAccountAdapter):
    """Keeps phones on the user row; accounts are opened over the API only."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _MISMATCH,
        "phone_password_mismatch": _MISMATCH,
        "username_password_mismatch": _MISMATCH,
        "too_many_login_attempts": _("Too many failed attempts. Try again in a few minutes."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return whether the request comes from a headless client."""
        return bool(is_headless_request(request))

    def get_login_stages(self) -> list[str]:
        """Return the steps of signing in, with our own e-mail verification among them."""
        ours = {
            "allauth.account.stages.EmailVerificationStage": (
                "identity.stages.SignupVerificationStage"
            )
        }
        return [ours.get(stage, stage) for stage in super().get_login_stages()]

    def set_phone(self, user: Any, phone: str, verified: bool) -> None:
        """Store the number."""
        user.phone, user.phone_verified = phone, verified
        user.save(update_fields=["phone", "phone_verified"])

    def get_phone(self, user: Any) -> tuple[str, bool] | None:
        """Return the number and whether it is verified."""
        return (user.phone, user.phone_verified) if user.phone else None

    def set_phone_verified(self, user: Any, phone: str) -> None:
        """Mark the number as verified."""
        self.set_phone(user, phone, True)

    def get_user_by_phone(self, phone: str) -> Any:
        """Return the person with this number, or None."""
        return User.objects.filter(phone=phone).first()

    def send_verification_code_sms(self, user: Any, phone: str, code: str, **kwargs: Any) -> None:
        """Refuse: no SMS provider is part of this shop.

        :raises SmsNotAvailable: always.
        """
        raise SmsNotAvailable("This shop sends no SMS; keep using your e-mail address.")

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        login = next(
            (credentials[name] for name in ("email", "phone", "username") if name in credentials),
            "",
        )
        return f"{get_current_site(request).domain}:{str(login).lower()}"
