"""Registers with the admin the screen of one's own tokens, and who approves what."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.pages import PageViewSet

from cms.authoring import policies
from cms.authoring.pages.editing import Editor
from cms.authoring.pages.publishing import refuse_broken
from cms.authoring.pages.reviewing import Approval, Remark, say_who_approves
from cms.authoring.pages.tokens import MyTokens

NAME = "authoring_tokens"


class MyTokensItem(MenuItem):  # type: ignore[misc]
    """The screen in the menu of settings, for whom the staff API lets in."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether the person may open it."""
        return policies.can_enter(request.user)


@hooks.register("register_admin_urls")
def register_tokens() -> list[URLPattern]:
    """Return the address of the screen."""
    return [path("my-api-tokens/", MyTokens.as_view(), name=NAME)]


@hooks.register("register_settings_menu_item")
def show_tokens() -> MyTokensItem:
    """Return the entry of the menu."""
    label = gettext_lazy("My API tokens")
    return MyTokensItem(label, reverse(NAME), name="my-api-tokens", icon_name="key", order=603)


@hooks.register("register_account_menu_item")
def link_from_account(request: HttpRequest) -> dict[str, Any] | None:
    """Return the way from the person's account to the screen."""
    if not policies.can_enter(request.user):
        return None
    return {
        "url": reverse(NAME),
        "label": gettext_lazy("My API tokens"),
        "help_text": gettext_lazy("For tools that read and write content in your name."),
    }


# Every kind of page answers with it: Wagtail's own addresses stand before those that apps register.
PageViewSet.workflow_action_view_class = Approval
PageViewSet.collect_workflow_action_data_view_class = Remark
PageViewSet.edit_view_class = Editor


@hooks.register("before_edit_page")
def say_so(request: HttpRequest, page: Any) -> None:
    """Say why a person does not approve the step that waits."""
    say_who_approves(request, page)


hooks.register("before_bulk_action", refuse_broken)
