"""`manage.py import_redirects --src FILE`: Wagtail's command, held to the rules of the admin's import."""

from wagtail.contrib.redirects.management.commands import import_redirects

from cms.navigation.forms import RowForm


class Command(import_redirects.Command):  # type: ignore[misc]
    """Writes the redirects of a file; a row that the admin would refuse is refused and named."""


# Wagtail's command finds its form by this name and has no other place to say which.
import_redirects.RedirectForm = RowForm
