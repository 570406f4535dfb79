"""The bar at the foot of the editor of translations: what may be done now, the likeliest first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from wagtail.models import WorkflowState
from wagtail.utils.timestamps import render_timestamp

from cms.authoring.services import reviewing
from cms.translating import policies, standing

TAKE_OVER = "Take over what changed in {language}"
LIVE, DRAFT, CHANGED = "Visitors see this version", "Draft", "Changed since it was published"


@dataclass(frozen=True)
class Action:
    """One button: it posts to an address, or is a link; what `reviews` may ask for a comment first."""

    label: str
    icon: str
    url: str
    posts: bool = False
    publishes: bool = False
    new_tab: bool = False
    reviews: bool = False
    comments: bool = False


def shown(page: Any, translation: Any, user: Any, props: dict[str, Any]) -> dict[str, Any]:
    """Return what the bar says, its main action, and the others: throwing away comes last."""
    changed_at = standing.source_changed_at(translation)
    found = _actions(page, translation if changed_at else None, user, props)
    said = (_state(page, translation), _lock(page), _change(translation, changed_at))
    return {"says": [each for each in said if each], "main": found[0], "others": found[1:]}


def _actions(page: Any, behind: Any, user: Any, props: dict[str, Any]) -> list[Action]:
    in_step = _in_step(page, behind, user) if behind is not None else []
    return [
        *_review(page, user),
        *in_step,
        *_forward(page, user, props),
        *_preview(props),
        *_aside(page, user, props),
    ]


def _lock(page: Any) -> str:
    if not page.locked:
        return ""
    since = f" since {render_timestamp(page.locked_at)}" if page.locked_at else ""
    return f"Locked by {policies.who_locked(page)}{since}"


def _change(translation: Any, at: datetime | None) -> str:
    if at is None:
        return ""
    language = translation.source.locale.get_display_name()
    return f"The {language} page changed on {render_timestamp(at)}: take its changes over"


def _state(page: Any, translation: Any) -> str:
    review = page.current_workflow_state
    if page.workflow_in_progress:
        return f"With its reviewers: {page.current_workflow_task.name}"
    if review is not None and review.status == WorkflowState.STATUS_NEEDS_CHANGES:
        said = review.current_task_state.comment
        return f"Sent back by its reviewers{f': “{said}”' if said else ''}"
    if not page.live:
        return DRAFT
    return CHANGED if standing.differs(page, translation) else LIVE


def _forward(page: Any, user: Any, props: dict[str, Any]) -> list[Action]:
    found = []
    if policies.can_submit(user, page) and _may_go_to_review(page, user):
        url = reverse("submit_translation_for_review", args=[page.pk])
        found.append(Action("Submit for review", "login", url))
    if policies.can_publish(user, page) and not policies.objection(user, page):
        label = f"Publish in {props['locale']['displayName']}"
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        found.append(Action(label, "upload", url, posts=True, publishes=True))
    return found


def _in_step(page: Any, behind: Any, user: Any) -> list[Action]:
    if not policies.can_begin(user):
        return []
    back = urlencode({"next": reverse("wagtailadmin_pages:edit", args=[page.pk])})
    label = TAKE_OVER.format(language=behind.source.locale.get_display_name())
    url = reverse("wagtail_localize:update_translations", args=[behind.source_id])
    return [Action(label, "resubmit", f"{url}?{back}")]


def _review(page: Any, user: Any) -> list[Action]:
    state = page.current_workflow_task_state
    if state is None:
        return []
    offered = state.task.specific.get_actions(page, user)
    offered = sorted(offered, key=lambda each: each[0] != reviewing.APPROVE)
    return [_decision(page, state, *each) for each in offered]


def _decision(page: Any, state: Any, name: str, label: str, comments: bool) -> Action:
    is_approval = name == reviewing.APPROVE
    if is_approval and state.workflow_state.is_at_final_task:
        label = f"{label} and publish"
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, name, state.pk])
    icon = "success" if is_approval else "edit"
    return Action(str(label), icon, url, reviews=True, comments=comments)


def _may_go_to_review(page: Any, user: Any) -> bool:
    return bool(page.permissions_for_user(user).can_submit_for_moderation())


def _preview(props: dict[str, Any]) -> list[Action]:
    modes = props["previewModes"]
    return [
        Action("Preview" if len(modes) == 1 else each["label"], "view", each["url"], new_tab=True)
        for each in modes
    ]


def _aside(page: Any, user: Any, props: dict[str, Any]) -> list[Action]:
    perms, links, locked = props["perms"], props["links"], page.locked
    held = policies.objection(user, page)
    back = f"?next={reverse('wagtailadmin_pages:edit', args=[page.pk])}"
    every = [
        (perms["canUnpublish"], Action("Unpublish", "download", links["unpublishUrl"])),
        (perms["canLock"] and not locked, Action("Lock", "lock", links["lockUrl"], posts=True)),
        (perms["canUnlock"] and locked, Action("Unlock", "lock-open", links["unlockUrl"], posts=True)),
        (not held, Action("Stop synced translation", "cross", f"{links['stopTranslationUrl']}{back}")),
        (
            links["convertToAliasUrl"] and policies.can_convert(user, page),
            Action(
                "Convert to alias page",
                "wagtail-localize-convert",
                f"{links['convertToAliasUrl']}{back}",
            ),
        ),
        (perms["canDelete"], Action("Delete", "bin", links["deleteUrl"])),
    ]  # fmt: skip
    return [action for may, action in every if may]
