"""The form of a page: nothing that was written is lost, by a refusal or by who wrote meanwhile."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from wagtail.admin import messages
from wagtail.admin.views.pages.edit import EditView

from common.exceptions import Refusal

NEWER = (
    "Not saved yet: {who} saved another version at {at}, which you have not seen. What you wrote is "
    "still here; save again to put it in the place of theirs."
)
YOU = "you, in another window,"
SOMEBODY = "somebody"
LOOK = "See what they changed"
UNDER_WAY = timedelta(seconds=10)


class Editor(EditView):  # type: ignore[misc]
    """Wagtail's form of a page, with an answer for two who write at once."""

    def form_valid(self, form: Any) -> HttpResponseBase:
        """Save, but write over nothing that the person has not seen: they are told of it first."""
        if self.is_out_of_date and not (self.expects_json_response or self._saved_itself()):
            return self._told_of_newer(form)
        answer: HttpResponseBase = super().form_valid(form)
        return answer

    def _saved_itself(self) -> bool:
        """Return whether the newer version is this form, which saves itself while people write.

        Such a save may be under way when they press a button: the form has not heard of it yet.
        """
        latest = self.latest_revision
        is_fresh = timezone.now() - latest.created_at < UNDER_WAY
        return bool(is_fresh and latest.user_id == self.request.user.pk)

    def perform_workflow_action(self) -> HttpResponseBase:
        """Save, then decide; where the person may not, what they wrote stays as a draft."""
        try:
            answer: HttpResponseBase = super().perform_workflow_action()
        except Refusal:
            answer = self.run_hook("after_edit_page", self.request, self.page)
        return answer or self.redirect_away()

    def _told_of_newer(self, form: Any) -> HttpResponseBase:
        theirs = self.latest_revision
        who = YOU if theirs.user == self.request.user else str(theirs.user or SOMEBODY)
        at = date_format(localtime(theirs.created_at), "H:i")
        buttons = [messages.button(self._comparison(), LOOK, new_window=True)]
        messages.warning(self.request, NEWER.format(who=who, at=at), buttons=buttons)
        form.restore_required_fields()
        self.has_unsaved_changes = True
        answer: HttpResponseBase = self.render_to_response(self.get_context_data())
        return answer

    def _comparison(self) -> str:
        seen = self.request.POST.get("loaded_revision_id", "")
        before = seen if seen.isdecimal() and int(seen) != self.latest_revision.pk else "earliest"
        return reverse(
            "wagtailadmin_pages:revisions_compare",
            args=[self.page.pk, before, self.latest_revision.pk],
        )
