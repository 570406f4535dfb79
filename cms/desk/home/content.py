"""Pages that wait: for my review, for the readers' hour, for me to go on."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Case, CharField, DateTimeField, Exists, OuterRef, Q, QuerySet, When
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision, TaskState, WorkflowState, get_default_page_content_type
from wagtail.permissions import policy_registry

from cms.desk.home.waiting import SHOWN, Row, Waiting, first

WRITING = {"add", "change", "publish", "lock", "unlock"}
SOON = timedelta(days=14)


def writes_pages(user: Any) -> bool:
    """Return whether the person may do something to a page."""
    return bool(policy_registry.get_by_type(Page).user_has_any_permission(user, WRITING))


def pages_of(user: Any) -> Any:
    """Return the pages that the person may see in the admin."""
    policy = policy_registry.get_by_type(Page)
    return policy.explorable_instances(user) if writes_pages(user) else Page.objects.none()


def edit_url(page_id: Any) -> str:
    """Return where a page is edited."""
    return reverse("wagtailadmin_pages:edit", args=(page_id,))


def to_review(*, user: Any, at: datetime) -> Waiting:
    """Return what waits for a group of mine to say yes or no, the oldest first."""
    rows = (
        TaskState.objects.reviewable_by(user)
        .select_related("task", "revision", "workflow_state__requested_by")
        .defer("revision__content")
        .order_by("started_at", "pk")
    )
    return first(rows, _review_row)


def _review_row(state: Any) -> Row:
    person = state.workflow_state.requested_by
    return Row(
        title=state.revision.object_str,
        url=_edit_url(state.revision),
        note=" · ".join(filter(None, [state.task.name, str(person or "")])),
        at=state.started_at,
    )


def _edit_url(about: Any) -> str:
    """Return where the page, or another thing with a workflow, is edited."""
    if about.base_content_type_id == get_default_page_content_type().pk:
        return edit_url(about.object_id)
    viewset = getattr(about.content_type.model_class(), "snippet_viewset", None)
    try:
        return reverse(viewset.get_url_name("edit"), args=(about.object_id,)) if viewset else ""
    except NoReverseMatch:
        return ""


def submitted(*, user: Any, at: datetime) -> Waiting:
    """Return what I handed in and where it stands: sent back first, then waiting, then done."""
    kind = get_default_page_content_type()
    mine = pages_of(user).values_list(Cast("pk", CharField()))
    is_open = Q(status__in=("in_progress", "needs_changes"))
    is_fresh = Q(status="approved", current_task_state__finished_at__gte=at - SOON)
    rows = (
        WorkflowState.objects.filter(is_open | is_fresh, requested_by=user)
        .filter(~Q(base_content_type=kind) | Q(object_id__in=mine))
        .select_related(
            "current_task_state__task",
            "current_task_state__revision",
            "current_task_state__finished_by",
        )
        .defer("current_task_state__revision__content")
        .annotate(rank=Case(When(status="needs_changes", then=0), When(is_open, then=1), default=2))
        .order_by("rank", "-created_at", "-pk")
    )
    return first(rows, _submitted_row)


def _submitted_row(workflow: Any) -> Row:
    task = workflow.current_task_state
    return Row(
        title=task.revision.object_str if task and task.revision else str(_("Untitled")),
        url=_edit_url(workflow),
        note=_where(workflow, task),
        at=task.finished_at or task.started_at if task else workflow.created_at,
        state=workflow.get_status_display(),
    )


def _where(workflow: Any, task: Any) -> str:
    if task is None:
        return ""
    if workflow.status != "needs_changes":
        return str(task.task.name) if workflow.status == "in_progress" else ""
    said = f"“{task.comment}”" if task.comment else _("no reason given")
    return f"{task.finished_by or task.task.name}: {said}"


def planned() -> QuerySet[Revision]:
    """Return the drafts of pages on the schedule, each with its `expires_at` once it is live."""
    return (
        Revision.objects.filter(base_content_type=get_default_page_content_type())
        .filter(approved_go_live_at__isnull=False)
        .annotate(expires_at=Cast(KT("content__expire_at"), DateTimeField()))
        .select_related("user")
        .defer("content")
    )


def replaced() -> Q:
    """Return the condition that a page expires only after the schedule has changed it."""
    drafts = planned().filter(object_id=Cast(OuterRef("pk"), CharField()))
    return Q(Exists(drafts.filter(approved_go_live_at__lte=OuterRef("expire_at"))))


def scheduled(*, user: Any, at: datetime) -> Waiting:
    """Return what goes live and what expires in the next fourteen days; three statements."""
    span, pages = (at, at + SOON), pages_of(user)
    drafts = planned().filter(object_id__in=pages.values_list(Cast("pk", CharField())))
    going = drafts.filter(approved_go_live_at__range=span).order_by("approved_go_live_at", "pk")
    later = drafts.filter(expires_at__range=span).order_by("expires_at", "pk")
    leaving = pages.filter(~replaced(), live=True, expire_at__range=span).order_by(
        "expire_at", "pk"
    )
    found = first(going, _going_row), first(later, _later_row), first(leaving, _leaving_row)
    rows = sorted((row for each in found for row in each.rows), key=lambda row: row.at or at)
    return Waiting(sum(each.count for each in found), tuple(rows[:SHOWN]))


def _going_row(revision: Any) -> Row:
    return Row(
        title=revision.object_str, url=edit_url(revision.object_id), note=str(revision.user or ""),
        at=revision.approved_go_live_at, state=_("Goes live"),
    )  # fmt: skip


def _later_row(revision: Any) -> Row:
    return Row(
        title=revision.object_str, url=edit_url(revision.object_id), note=str(revision.user or ""),
        at=revision.expires_at, state=_("Expires"),
    )  # fmt: skip


def _leaving_row(page: Any) -> Row:
    return Row(title=page.title, url=edit_url(page.pk), at=page.expire_at, state=_("Expires"))


def drafts(*, user: Any, at: datetime) -> Waiting:
    """Return pages with changes of mine that readers do not see, the latest first."""
    rows = pages_of(user).filter(has_unpublished_changes=True, latest_revision__user=user)
    rows = rows.order_by("-latest_revision_created_at", "-pk")
    return first(rows, _draft_row)


def _draft_row(page: Any) -> Row:
    return Row(
        title=page.draft_title or page.title, url=edit_url(page.pk),
        note=_("Live, with changes") if page.live else _("Not published"),
        at=page.latest_revision_created_at,
    )  # fmt: skip


def locked(*, user: Any, at: datetime) -> Waiting:
    """Return pages that only I may change until I unlock them."""
    rows = pages_of(user).filter(locked=True, locked_by=user).order_by("locked_at", "pk")
    return first(rows, lambda page: Row(title=page.title, url=edit_url(page.pk), at=page.locked_at))
