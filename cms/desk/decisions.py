"""Who decides about a page reads what they decided, and nothing of what they did not."""

from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.timezone import localtime
from wagtail.admin import messages
from wagtail.models import TaskState

from cms.authoring.services import reviewing

SAID = {
    reviewing.APPROVE: "You approved “{page}”.{after}",
    "reject": "You asked for changes to “{page}”: whoever submitted it is told.",
}
KEPT = "Nothing was decided. {reason} What you wrote in “{page}” is kept as a draft."
NOT_THEIRS = "The page does not wait for your decision."
WAITING = "step_that_waits"


def remember(request: HttpRequest, page: Any) -> None:
    """Keep with the request which step a decision is about."""
    if _decided(request):
        setattr(request, WAITING, page.current_workflow_task_state)


def tell(request: HttpRequest, page: Any) -> None:
    """Say what was decided and what comes next, or why nothing was."""
    decided, state = _decided(request), getattr(request, WAITING, None)
    if not decided:
        return
    title = page.get_admin_display_title()
    if _is_done(request, state):
        messages.success(request, SAID[decided].format(page=title, after=_after(page)))
        return
    list(get_messages(request))  # The editor says that it saved; this says so too.
    reason = (reviewing.refusal(state, request.user) if state else "") or NOT_THEIRS
    messages.error(request, KEPT.format(reason=reason, page=title))


def _decided(request: HttpRequest) -> str:
    decided = request.POST.get("workflow-action-name", "")
    return decided if decided in SAID and "action-workflow-action" in request.POST else ""


def _is_done(request: HttpRequest, state: TaskState | None) -> bool:
    if state is None:
        return False
    ours = TaskState.objects.filter(pk=state.pk, finished_by=request.user.pk)
    return ours.exclude(status=TaskState.STATUS_IN_PROGRESS).exists()


def _after(page: Any) -> str:
    state = page.workflow_states.order_by("-pk").select_related("current_task_state__task").first()
    if state is None or state.current_task_state is None:
        return ""
    if state.status == state.STATUS_APPROVED:
        page.refresh_from_db(fields=["live", "has_unpublished_changes"])
        if page.live and not page.has_unpublished_changes:
            return " It is live now."
        planned = page.revisions.filter(approved_go_live_at__isnull=False)
        at = planned.values_list("approved_go_live_at", flat=True).first()
        return f" It goes live on {date_format(localtime(at), 'j F Y, H:i')}." if at else ""
    return f" Next: {state.current_task_state.task.name}."
