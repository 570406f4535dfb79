"""Two people look at a page: whoever submitted it, or approved a step, approves no later one.

Where pages go live only through review, neither does who changed it since the last approval.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, TaskState, WorkflowState

from cms.authoring.exceptions import NotPublishable
from cms.authoring.selectors import faults, wording
from cms.navigation.selectors import sites
from common import audit
from common.exceptions import NotAllowed

APPROVE = "approve"
SUBMITTED = "You submitted this, so that another person gives the last approval."
APPROVED = "You approved a step of this review before, so that another person approves this one."
BROKEN = "Its draft cannot be published as it is. {fault}"
CHANGED = "You changed it since the last approval, so that another person approves this step."
_FAULTS: list[Callable[[Page], str]] = [faults.sentence]


def objection(state: TaskState | None, user: Any) -> str:
    """Return why a person may not approve a step, as a sentence; nothing if they may.

    The first step is anybody's whose group it is. Superusers are not asked here.
    """
    if state is None or not (before := _approvals(state.workflow_state)):
        return ""
    if user.pk in before:
        return APPROVED
    if state.workflow_state.requested_by_id == user.pk:
        return SUBMITTED
    is_last_writer = wording.changed_since_approval(state, user)
    return CHANGED if is_last_writer and sites.publishes_only_through_review() else ""


def refusal(state: TaskState, user: Any) -> str:
    """Return why a step is not approved by a person now, as a sentence: by them, or by anybody."""
    said = "" if user.is_superuser else objection(state, user)
    return said or flaw(state)


def ask_also(find: Callable[[Page], str]) -> None:
    """Have more asked of a page before it is approved: what is in its way, as a sentence, or nothing."""
    _FAULTS.append(find)


def flaw(state: TaskState) -> str:
    """Return why nobody approves the draft as it is: drafts save themselves half written."""
    thing = state.workflow_state.content_object
    found = (find(thing) for find in _FAULTS if isinstance(thing, Page))
    fault = next(filter(None, found), "")
    return BROKEN.format(fault=fault) if fault else ""


def _approvals(state: WorkflowState) -> set[int]:
    done = state.task_states.filter(status=TaskState.STATUS_APPROVED)
    return set(done.exclude(finished_by=None).values_list("finished_by_id", flat=True))


def hold_to_two_people() -> None:
    """Have every step of every review held to it: buttons, screens, lists and acts."""
    task = GroupApprovalTask
    task.get_actions = _without_approval(task.get_actions)
    task.get_task_states_user_can_moderate = _without_own(task.get_task_states_user_can_moderate)
    task.on_action = _checked(task.on_action)


def _without_approval(find: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(find)
    def found(self: Any, obj: Any, user: Any) -> Any:
        actions = find(self, obj, user)
        if user.is_superuser or not objection(_state_of(obj), user):
            return actions
        return [each for each in actions if each[0] != APPROVE]

    return found


def _state_of(obj: Any) -> TaskState | None:
    found: TaskState | None = getattr(obj, "current_workflow_task_state", None)
    return found


def _without_own(find: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(find)
    def found(self: Any, user: Any, **kwargs: Any) -> Any:
        states = find(self, user, **kwargs)
        if user.is_superuser:
            return states
        done = TaskState.objects.filter(
            workflow_state=OuterRef("workflow_state"), status=TaskState.STATUS_APPROVED
        )
        own = Exists(done.filter(finished_by=user))
        states = states.exclude(Q(own) | Q(Exists(done), workflow_state__requested_by=user))
        if not sites.publishes_only_through_review():
            return states
        return states.exclude(pk__in=wording.changed_by(user, states))

    return found


def _checked(act: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(act)
    def acted(self: Any, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> Any:
        said = objection(task_state, user) if action_name == APPROVE else ""
        if said and not user.is_superuser:
            raise NotAllowed(said)
        if action_name == APPROVE and (broken := flaw(task_state)):
            raise NotPublishable(broken)
        answer = act(self, task_state, user, action_name, **kwargs)
        if said:
            audit.record(
                actor=user, action="review.overridden", subject=task_state.workflow_state,
                at=timezone.now(), after={"step": task_state.task.name, "objection": said},
            )  # fmt: skip
        return answer

    return acted
