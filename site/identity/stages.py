"""The steps between a right password and being signed in."""

from typing import Any

from allauth.account.stages import EmailVerificationStage
from django.contrib.auth import get_user_model


class SignupVerificationStage(EmailVerificationStage):
    """Asks a new account to verify its e-mail, so that a known address looks like a new one.

    Signing in never waits for it: verification stays optional.
    """

    def handle(self) -> tuple[Any, bool]:
        """Send the mail after a sign-up; let everybody else go on."""
        if not self.login.signup:
            return None, True
        if self.login.user is None:
            get_user_model()().set_password("as much work as for a new account")
        answer: tuple[Any, bool] = super().handle()
        return answer
