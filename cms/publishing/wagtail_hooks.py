"""Says in the admin why a page is not published, where it goes live only through review."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from cms.publishing import policies
from cms.translating import policies as translating

NOTHING = f"Nothing was published. {policies.ONLY_THROUGH_REVIEW}"
DRAFT = f"{NOTHING} What you wrote is kept as a draft."


@hooks.register("before_create_page")
def say_when_creating(request: HttpRequest, parent: Page, page_class: Any) -> None:
    """Say why a new page becomes a draft."""
    if request.POST.get("action-publish") and policies.held_to_review(request.user, parent):
        messages.error(request, DRAFT)


@hooks.register("before_edit_page", order=-2)
def say_when_editing(request: HttpRequest, page: Page) -> HttpResponseBase | None:
    """Say why a page stays as it is, before the editor of pages or that of translations answers."""
    is_translation = request.POST.get("action") == "publish"
    if not (is_translation or request.POST.get("action-publish")):
        return None
    if not policies.held_to_review(request.user, page):
        return None
    messages.error(request, _translation_stays(request, page) if is_translation else DRAFT)
    return redirect(request.path) if is_translation else None


def _translation_stays(request: HttpRequest, page: Page) -> str:
    if page.workflow_in_progress:
        return f"Nothing was published. {policies.IN_REVIEW}"
    may_submit = translating.can_submit(request.user, page)
    return NOTHING if may_submit else f"Nothing was published. {policies.A_TRANSLATOR_SUBMITS}"


@hooks.register("before_copy_page")
def refuse_live_copies(request: HttpRequest, page: Page) -> HttpResponseBase | None:
    """Refuse copies that would be live at once."""
    is_live = request.POST.get("publish_copies") or request.POST.get("alias")
    if not is_live or not policies.held_to_review(request.user, page):
        return None
    messages.error(request, f"Nothing was copied. {policies.ONLY_THROUGH_REVIEW}")
    return redirect(request.path)


@hooks.register("before_bulk_action")
def refuse_many(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponseBase | None:
    """Say why none of many pages is published."""
    if action_type != "publish" or objects or not issubclass(action.model, Page):
        return None
    if not policies.held_to_review(request.user, Page.get_first_root_node()):
        return None
    messages.error(request, NOTHING)
    return redirect(action.next_url)
