"""Telling a person on the screen why another approves the step that waits."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.views.pages.workflow import CollectWorkflowActionDataView, WorkflowActionView
from wagtail.forms import TaskStateCommentForm
from wagtail.models import TaskState

from cms.authoring.services import reviewing

REJECT = "reject"
DECIDED = "Nothing was decided: “{page}” does not wait for this step any more."


def say_who_approves(request: HttpRequest, page: Any) -> None:
    """Say above a page's form why its approval is missing among the actions."""
    if request.method != "GET" or request.user.is_superuser:
        return
    state = page.current_workflow_task_state
    if state is None or not state.task.specific.get_actions(page, request.user):
        return
    if said := reviewing.objection(state, request.user):
        messages.info(request, said)


class ReasonForm(TaskStateCommentForm):  # type: ignore[misc]
    """What to change, for whoever changes it."""

    comment = forms.CharField(
        label=gettext_lazy("What to change"),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": gettext_lazy("Say what is to be changed.")},
    )


class Explained:
    """A dialog of review that asks for a word to whoever has to make the changes."""

    def get_form_class(self) -> Any:
        """Return the form of a rejection with a comment that is required, else Wagtail's."""
        view: Any = self
        return ReasonForm if view.action_name == REJECT else super().get_form_class()  # type: ignore[misc]


class Remark(Explained, CollectWorkflowActionDataView):  # type: ignore[misc]
    """Wagtail's dialog for what is decided while the page is in its editor."""


class Approval(Explained, WorkflowActionView):  # type: ignore[misc]
    """Wagtail's act of review; who may not approve reads why instead of a page without words."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Send who may not decide about this step back to the page, with the reason."""
        if said := self._trouble():
            messages.error(request, said)
            return self._back()
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer

    def _trouble(self) -> str:
        """Return why the step is not decided, as a sentence; a step of another page is not found."""
        if not TaskState.objects.for_instance(self.object).filter(pk=self.task_state.pk).exists():
            raise Http404
        if self.object.current_workflow_task_state != self.task_state:
            return DECIDED.format(page=self.object.get_admin_display_title())
        if self.action_name != reviewing.APPROVE:
            return ""
        return reviewing.refusal(self.task_state, self.request.user)

    def _back(self) -> HttpResponseBase:
        if self.request.headers.get("x-requested-with") != "XMLHttpRequest":
            return redirect(self.redirect_url)
        led: HttpResponseBase = self.render_modal_json(
            self.request, {"step": "success", "redirect": self.redirect_url}
        )
        return led
