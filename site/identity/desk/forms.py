"""What staff fill in about a person."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm

from identity.models import User
from identity.services import emails, sessions

FIELDS = {"email", "first_name", "last_name", "phone", "is_staff", "is_superuser", "groups"}
WIDGETS = {"groups": forms.CheckboxSelectMultiple}


class PersonFields(forms.ModelForm[User]):
    """E-mail is the name people sign in with; only administrators make administrators."""

    error_messages = {
        "duplicate_username": _("Somebody already signs in with this e-mail address."),
        "password_mismatch": _("The two passwords are not the same."),
    }

    def __init__(self, *args: Any, by: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first_name", "last_name"):
            self.fields[name].required = False
        self.fields["is_staff"].help_text = _("Works for the marketplace: may use the staff API.")
        if "phone" in self.fields:
            self.fields["phone"].help_text = _("International form, such as +2348012345678.")
        if by is None or not by.is_superuser:
            for name in ("is_superuser", "is_staff", "groups"):
                self.fields.pop(name, None)

    def clean_email(self) -> str:
        """Return the address in lower case."""
        return str(self.cleaned_data["email"]).strip().lower()

    def clean_phone(self) -> str | None:
        """Return the number, or None for an empty field."""
        from allauth.account.fields import PhoneField

        return PhoneField(required=False).clean(self.cleaned_data["phone"]) or None

    def save(self, commit: bool = True) -> User:
        """Save the person; staff vouch for the e-mail address and the phone."""
        if "phone" in self.changed_data:
            self.instance.phone_verified = bool(self.cleaned_data["phone"])
        person: User = super().save(commit=commit)
        if commit:
            emails.set_primary(user=person, email=person.email or "", verified=True)
        return person


class PersonCreationForm(PersonFields, UserCreationForm):
    """A new person."""

    class Meta:
        model = User
        fields = FIELDS
        widgets = WIDGETS


class PersonEditForm(PersonFields, UserEditForm):
    """A known person; a new password or a closed account ends the sessions."""

    class Meta:
        model = User
        fields = FIELDS | {"is_active"}
        widgets = WIDGETS

    def save(self, commit: bool = True) -> User:
        """Save the person and end the sessions that must not go on."""
        person = super().save(commit=commit)
        if commit and (self.cleaned_data.get("password1") or not person.is_active):
            sessions.end_all(user=person)
        return person
