"""Registers the choosers, and the pictures that editors pick places on, with the admin."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets import AdminPageChooser
from wagtail.contrib.settings import views as settings
from wagtail.models import Page

from cms.core import choosers, pictures, refiling, undescribed, unseen
from cms.core.rivals import second
from cms.core.seen import Watchful


@hooks.register("register_admin_viewset")
def register_choosers() -> list[ViewSet]:
    """Return the shop's choosers."""
    return list(choosers.CHOOSERS)


@hooks.register("insert_global_admin_css")
def style_choosers() -> str:
    """Return how lists to choose from look, on whatever screen they open."""
    return format_html('<link rel="stylesheet" href="{}">', static("choosers/choosers.css"))


@hooks.register("insert_global_admin_js")
def script_choosers() -> str:
    """Return what keeps lists to choose from up to date, and what is ticked in them."""
    return format_html('<script src="{}"></script>', static("choosers/dialogs.js"))


@hooks.register("register_admin_urls")
def register_pictures() -> list[Any]:
    """Return the address at which a picture is shown to editors."""
    return [path("shown-picture/<int:picture_id>/", pictures.show, name="shown_picture")]


hooks.register("after_create_page", undescribed.tell)
hooks.register("after_edit_page", undescribed.tell)
hooks.register("before_edit_page", unseen.warn)
hooks.register("after_create_page", unseen.tell)
hooks.register("after_edit_page", unseen.tell)
hooks.register("after_bulk_action", unseen.tell_of_many)
hooks.register("after_bulk_action", refiling.acted_on_many)


class SettingEdit(Watchful, settings.EditView):  # type: ignore[misc]
    """Changing settings that nobody else has changed since they were opened."""


@hooks.register("register_admin_urls", order=-1)
def register_watched() -> list[Any]:
    """Return Wagtail's own screen of settings with our answer, found before its own."""
    way = "settings/<slug:app_name>/<slug:model_name>/<int:pk>/"
    return [path(way, second(SettingEdit).as_view())]


@hooks.register("before_copy_page")
def require_parent(request: HttpRequest, page: Page) -> HttpResponseBase | None:
    """Ask again where a copy is to go; Wagtail looks the place up before its form is checked."""
    sent = request.POST.get("new_parent_page")
    if request.method != "POST" or AdminPageChooser().get_instance(sent):
        return None
    messages.error(request, "Nothing was copied: choose the page below which the copy goes.")
    return redirect("wagtailadmin_pages:copy", page.pk)
