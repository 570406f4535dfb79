"""Redirects as people write them: from a path, to a page or to what any link may lead to."""

from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from wagtail.contrib.redirects.forms import RedirectForm

from cms.core.addresses import is_safe, validate_link
from cms.navigation.selectors import faults

NOWHERE = "Choose a page, or type an address: a redirect leads somewhere."
LONGEST = 255
OLD = "Write the path as an address shows it, such as /old-page/; a space is %20."
TAKEN = "A redirect with this path already exists."
EMPTY = "The cell is empty."
TOO_LONG = f"It is longer than {LONGEST} characters."


class MovedForm(RedirectForm):  # type: ignore[misc]
    """Wagtail's form, which takes paths of the shop too, and refuses what leads nowhere."""

    redirect_link = forms.CharField(
        label="Redirect to any address", required=False, max_length=LONGEST,
        validators=[validate_link],
        help_text="A path of the shop such as /collections/sale/, or an address that begins "
        "with https://. French pages begin with /fr/.",
    )  # fmt: skip

    def clean_old_path(self) -> str:
        """Return the old path.

        :raises ValidationError: when no browser would ask for it so.
        """
        path: str = self.cleaned_data["old_path"].strip()
        if not is_safe(path if path.startswith(("/", "http")) else f"/{path}"):
            raise ValidationError(OLD)
        return path

    def clean(self) -> Any:
        """Ask for a target that is another place.

        :raises ValidationError: when there is none, or the path is taken.
        """
        found = super().clean()
        given = self.cleaned_data
        is_wrong = {"redirect_page", "redirect_link"} & self.errors.keys()
        if not (given.get("redirect_page") or given.get("redirect_link") or is_wrong):
            raise ValidationError(NOWHERE)
        if given.get("old_path"):
            self._judge(given)
        return found

    def _judge(self, given: dict[str, Any]) -> None:
        link = "" if given.get("redirect_page") else given.get("redirect_link") or ""
        draft = faults.Draft(given["old_path"], link, given.get("site"), self.instance.pk)
        if said := faults.of_old_path(draft):
            self.add_error("old_path", said)
        if said := faults.of_link(draft):
            self.add_error(None, said)

    def _get_validation_exclusions(self) -> set[str]:
        """Leave the judgement of the link to the form: the model takes whole addresses only."""
        return super()._get_validation_exclusions() | {"redirect_link"}  # type: ignore[no-any-return]


class RowForm(MovedForm):
    """A row of a file of redirects: from a path or an address of the shop, to either."""

    class Meta(RedirectForm.Meta):  # type: ignore[misc]
        error_messages = {NON_FIELD_ERRORS: {"unique_together": TAKEN}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["redirect_page"]
        self.fields["redirect_link"].required = True
        for name in ("old_path", "redirect_link"):
            self.fields[name].error_messages["required"] = EMPTY
            for each in self.fields[name].validators:
                if getattr(each, "code", "") == "max_length":
                    each.message = TOO_LONG
