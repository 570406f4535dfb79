"""Forms for people who have an e-mail address, a phone number, or both."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy
from wagtail.users.forms import UserForm

from common.utils.phone import e164
from identity.models import User
from identity.services import people

_ = gettext_lazy


class PersonForm(UserForm):  # type: ignore[misc]
    """A person: how to reach them, whether they work here and as what."""

    email = forms.EmailField(label=_("E-mail address"), required=False)
    phone = forms.CharField(label=_("Phone number"), required=False, max_length=32)
    first_name = forms.CharField(label=_("First name"), required=False, max_length=150)
    last_name = forms.CharField(label=_("Last name"), required=False, max_length=150)
    is_staff = forms.BooleanField(
        label=_("Works here"), required=False,
        help_text=_("Staff may enter the admin; their groups say what they do there."),
    )  # fmt: skip
    groups = forms.ModelMultipleChoiceField(
        Group.objects.order_by("name"), label=_("Groups"), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    keeps_session: str | None = None

    class Meta:
        model = User
        fields: tuple[str, ...] = (
            "email", "phone", "first_name", "last_name", "is_staff", "is_superuser", "groups",
        )  # fmt: skip

    def clean_email(self) -> str | None:
        """Return the address in small letters, if nobody else has it."""
        email = self.cleaned_data["email"].strip().lower() or None
        return self._free("email", email, _("Somebody else has this e-mail address."))

    def clean_phone(self) -> str | None:
        """Return the number in international form, if nobody else has it."""
        try:
            raw = self.cleaned_data["phone"].strip()
            phone = e164(raw) if raw else None
        except ValueError as error:
            raise forms.ValidationError(str(error)) from None
        return self._free("phone", phone, _("Somebody else has this phone number."))

    def _free(self, field: str, value: str | None, no: Any) -> str | None:
        others = User.objects.exclude(pk=self.instance.pk)
        if value and others.filter(**{field: value}).exists():
            raise forms.ValidationError(no)
        return value

    def _clean_username(self) -> None:
        """Leave the e-mail address to its own field."""

    def clean(self) -> dict[str, Any]:
        """Hold the answers against one another."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not said.get("email") and not said.get("phone"):
            self.add_error("email", _("An e-mail address or a phone number is needed."))
        is_staff = said.get("is_staff", self.instance.is_staff)
        if is_staff and not said.get("email") and "email" not in self.errors:
            self.add_error("email", _("Who works here has an e-mail address."))
        works_as = said.get("groups") or said.get("is_superuser", self.instance.is_superuser)
        if works_as and not is_staff and "is_staff" in self.fields:
            self.add_error("is_staff", _("Groups and administrators are for who works here."))
        return said

    def save(self, commit: bool = True) -> User:
        """Save the person through the service."""
        password = self.cleaned_data.get("password1") or ""
        people.keep(user=self.instance, password=password, but=self.keeps_session)
        self._save_m2m()
        return self.instance


class NewPersonForm(PersonForm):
    """Somebody new."""

    password_required = False

    def __init__(self, *args: Any, may_make_admins: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = _(
            "Empty if they set one themselves with “Forgotten password?”."
        )
        self.fields["is_superuser"].disabled = not may_make_admins


class KnownPersonForm(PersonForm):
    """Somebody we know; nobody switches themselves off or takes their own place."""

    password_required = False

    class Meta(PersonForm.Meta):
        fields = (*PersonForm.Meta.fields, "is_active")
        labels = {"is_active": _("The account is switched on")}

    def __init__(
        self, *args: Any, editing_self: bool = False, may_make_admins: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if editing_self:
            for name in ("is_active", "is_superuser", "is_staff"):
                del self.fields[name]
        else:
            self.fields["is_superuser"].disabled = not may_make_admins
