"""Holding every door through which pages go live to the rule of `policies.held_to_review`.

Wagtail asks the permissions of a page at all of them: menus, forms, acts on many pages, its API,
copies, translations.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.create_page import CreatePageAction
from wagtail.actions.edit_page import EditPageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.revert_to_page_revision import (
    RevertToPageRevisionAction,
    RevertToPageRevisionPermissionError,
)
from wagtail.models import Page, PagePermissionTester, WorkflowState

from cms.publishing import policies

LOCKED = "It is locked: while it is reviewed only its reviewers change it, else who locked it."
Check = Callable[..., Any]
_may_publish = PagePermissionTester.can_publish


def hold_to_review() -> None:
    """Have pages published past their review by superusers only, where the website says so.

    No older draft comes back over Wagtail's API into a page that is locked, whatever it says.

    Who publishes may still take pages down, out of the schedule and out of sight.
    """
    tester = PagePermissionTester
    tester.can_unschedule = tester.can_set_view_restrictions = _may_publish
    tester.can_publish = _held(_may_publish)
    tester.can_publish_subpage = _held(tester.can_publish_subpage)
    WorkflowState.on_finish = publish_reviewed

    act: Any = PublishPageRevisionAction
    act.check = _worded(act.check, lambda it: it.object)
    act = EditPageAction
    act.check_publish = _worded(act.check_publish, lambda it: it.instance)
    act = CreatePageAction
    act.check_publish = _worded(act.check_publish, lambda it: it.parent)
    act = CopyPageAction
    act.check = _worded(act.check, lambda it: _above(it, it.to) if it.keep_live else None)
    act = CreatePageAliasAction
    act.check = _worded(act.check, lambda it: _above(it, it.parent))
    act = RevertToPageRevisionAction
    act.check = _locked(act.check)


def publish_reviewed(workflow_state: WorkflowState, user: Any = None) -> None:
    """Publish what went through its review, if the last who approved may publish at all."""
    thing = workflow_state.content_object
    is_free = isinstance(thing, Page) and (
        user is None or _may_publish(thing.permissions_for_user(user))
    )
    thing.get_latest_revision().publish(user=user, skip_permission_checks=is_free)


def _locked(check: Check) -> Check:
    """Return a check that also refuses what is locked, in review or by somebody else."""

    @wraps(check)
    def checked(self: Any, skip_permission_checks: bool = False) -> Any:
        lock = self.instance.get_lock() if self.user and not skip_permission_checks else None
        if lock is not None and lock.for_user(self.user):
            raise RevertToPageRevisionPermissionError(LOCKED)
        return check(self, skip_permission_checks=skip_permission_checks)

    return checked


def _held(can: Check) -> Check:
    @wraps(can)
    def held(self: Any) -> bool:
        return bool(can(self)) and not policies.held_to_review(self.user, self.page)

    return held


def _above(act: Any, parent: Page | None) -> Page:
    return parent or act.page.get_parent()


def _worded(check: Check, place: Callable[[Any], Page | None]) -> Check:
    """Return a check that says why where it is the review that is in the way."""

    @wraps(check)
    def checked(self: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return check(self, *args, **kwargs)
        except PermissionDenied as refusal:
            page = place(self)
            if page is None or not policies.held_to_review(self.user, page):
                raise
            raise type(refusal)(policies.ONLY_THROUGH_REVIEW) from None

    return checked
