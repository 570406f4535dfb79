"""Whose words a review would publish."""

from itertools import pairwise
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import Page, Revision, TaskState, WorkflowState

# What a draft holds beside what readers see: its place, its plan, its state, its remarks.
WORDS = {"title", "slug", "seo_title", "search_description", "show_in_menus"}
BESIDE = {field.name for field in Page._meta.concrete_fields} - WORDS | {"wagtail_admin_comments"}


def changed_since_approval(state: TaskState, user: Any) -> bool:
    """Return whether the latest draft says something new, by this person, since the last approval.

    Three statements at most. A plan, a remark or the same words once more are nothing new.
    """
    latest = _latest(state.workflow_state)
    if latest is None or latest.user_id != user.pk:
        return False
    approved = _approved(state)
    if approved is None:
        return False
    if approved.revision_id == latest.pk:  # It was saved over: what it said is not known.
        return bool(latest.created_at > approved.started_at)
    return _words(latest) != _words(approved.revision)


def changed_by(user: Any, states: QuerySet[TaskState]) -> list[int]:
    """Return the keys of the steps whose drafts this person changed since the last approval."""
    later = Revision.objects.filter(
        user=user,
        base_content_type=OuterRef("workflow_state__base_content_type"),
        object_id=OuterRef("workflow_state__object_id"),
        created_at__gt=OuterRef("workflow_state__created_at"),
    )
    likely = states.filter(Exists(later)).select_related("workflow_state")
    return [each.pk for each in likely if changed_since_approval(each, user)]


def _latest(review: WorkflowState) -> Revision | None:
    drafts = Revision.objects.filter(
        base_content_type=review.base_content_type_id, object_id=review.object_id
    )
    found: Revision | None = drafts.order_by("-created_at", "-pk").first()
    return found


def _approved(state: TaskState) -> TaskState | None:
    """Return the step that began with the last approval: its draft is what was approved."""
    steps = list(state.workflow_state.task_states.order_by("pk").select_related("revision"))
    begun = None
    for before, after in pairwise(steps):
        if before.status == TaskState.STATUS_APPROVED:
            begun = after
    return begun


def _words(draft: Revision) -> dict[str, Any]:
    return {name: _unkeyed(value) for name, value in draft.content.items() if name not in BESIDE}


def _unkeyed(value: Any) -> Any:
    """Return rows below the page without their keys: they get them when the page is stored."""
    if not isinstance(value, list):
        return value
    return [
        {name: each[name] for name in each if name != "pk"} if isinstance(each, dict) else each
        for each in value
    ]
