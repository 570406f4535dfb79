"""Publishing many pages at once: each draft is looked at first, as its form would."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.models import Page

from cms.authoring.selectors import faults

PUBLISH = "publish"
NOTHING = "Nothing was published. “{page}” is not ready: {fault}"


def refuse_broken(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponseBase | None:
    """Publish none of the pages while one of them lacks something; say which and what."""
    if action_type != PUBLISH:
        return None
    below = action.get_execution_context().get("include_descendants", False)
    for page in _published(objects, below=below):
        if fault := faults.sentence(page):
            title = page.get_admin_display_title()
            messages.error(request, NOTHING.format(page=title, fault=fault))
            return redirect(action.next_url)
    return None


def _published(objects: list[Any], *, below: bool) -> list[Page]:
    pages = [each for each in objects if isinstance(each, Page)]
    found = [each.specific for each in pages]
    if below:
        for each in pages:
            found += each.get_descendants().not_live().specific()
    return found
