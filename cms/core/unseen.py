"""Pages that go live and are shown to nobody yet: editors hear what they wait for."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin import messages
from wagtail.models import Page

from cms.core import links
from cms.core.undescribed import HANDED_ON


def tell(request: HttpRequest, page: Any) -> None:
    """Say what the page waits for to who publishes it, plans it or submits it for review."""
    if any(each in request.POST for each in HANDED_ON):
        _warn(request, page)


def warn(request: HttpRequest, page: Any) -> None:
    """Say it to who opens the page in the editor."""
    if request.method == "GET":
        _warn(request, page)


def tell_of_many(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> None:
    """Say it of each of the pages that were published at once."""
    if action_type == "publish" and issubclass(action.model, Page):
        for each in objects:
            _warn(request, each.specific, name=f"{each.get_admin_display_title()}: ")


def _warn(request: HttpRequest, page: Any, *, name: str = "") -> None:
    for said in links.awaited(page):
        messages.warning(request, f"{name}{said}")
