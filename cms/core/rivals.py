"""Two people who save the same at once: the second reads why it was refused.

A form asks whether what must be unique is free, and saves afterwards. Where somebody else saved in
between, the constraint of the database refuses; then the form is asked again, and says what it
would have said to somebody who came later.
"""

from typing import Any

from django.db import IntegrityError
from wagtail.snippets.views import snippets

from cms.core.seen import Watchful

UNIQUE_VIOLATION = "23505"
CAME_BETWEEN = (
    "Somebody else saved the same at this moment, and nothing of yours was saved. "
    "Look at what is there now, then save again."
)


class _Second:
    """A view of a form in the admin that knows it may be the second."""

    def form_valid(self, form: Any) -> Any:
        """Save; show the form again where a rival was faster."""
        try:
            return super().form_valid(form)  # type: ignore[misc]
        except IntegrityError as refused:
            if getattr(refused.__cause__, "sqlstate", "") != UNIQUE_VIOLATION:
                raise
        return self.form_invalid(self._asked_again())  # type: ignore[attr-defined]

    def _asked_again(self: Any) -> Any:
        """Return the form as it was sent, with what is wrong by now."""
        if getattr(self, "object", None) is not None and self.object.pk:
            self.object = self.get_object()
        form = self.get_form()
        if self.is_valid(form):
            form.add_error(None, CAME_BETWEEN)
            self.produced_error_message = self.get_error_message()
        return form


def second(view: Any) -> Any:
    """Return the same view of a form, which knows that it may be the second."""
    return type(f"Second{view.__name__}", (_Second, view), {})


class _Watched(Watchful, snippets.EditView):  # type: ignore[misc]
    """Changing a row that nobody else has changed since it was opened."""


class Contested(snippets.SnippetViewSet):  # type: ignore[misc]
    """Screens of rows with something unique that two people may write at once."""

    add_view_class = second(snippets.CreateView)
    copy_view_class = second(snippets.CopyView)
    edit_view_class = second(_Watched)
