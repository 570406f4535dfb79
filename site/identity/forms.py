"""What the pages of signing in ask for."""

from typing import Any

from allauth.account.forms import LoginForm
from django.utils.translation import gettext_lazy as _


class SignInForm(LoginForm):
    """An e-mail address or a phone number, and a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login = self.fields["login"]
        login.label = _("E-mail address or phone number")
        login.widget.attrs.update(
            {"autocomplete": "username", "autofocus": True, "placeholder": "", "maxlength": 254}
        )
        self.fields["password"].widget.attrs["placeholder"] = ""
        self.fields["password"].help_text = ""
