"""Registers the shop's lists, the first page and the reports with the admin."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from cms.desk import decisions
from cms.desk.home.panels import panels_for
from cms.desk.reports import menu
from cms.desk.viewsets import Commerce


@hooks.register("register_admin_viewset")
def register_commerce() -> Commerce:
    """Return the group of lists."""
    return Commerce()


@hooks.register("construct_homepage_panels", order=1000)
def show_what_waits(request: HttpRequest, panels: list[Any]) -> None:
    """Put what waits for the person in the place of Wagtail's own panels."""
    panels[:] = [each for each in panels if not type(each).__module__.startswith("wagtail.")]
    panels += panels_for(request.user)


@hooks.register("construct_homepage_summary_items", order=1000)
def count_nothing(request: HttpRequest, items: list[Any]) -> None:
    """Leave out how many pages, images and documents there are."""
    items.clear()


hooks.register("before_edit_page", decisions.remember)
hooks.register("after_edit_page", decisions.tell)


@hooks.register("insert_global_admin_css")
def style_every_screen() -> str:
    """Return what Wagtail's own screens lack on a telephone."""
    return format_html('<link rel="stylesheet" href="{}">', static("desk/everywhere.css"))


@hooks.register("register_admin_urls")
def register_reports() -> list[Any]:
    """Return the addresses of the reports."""
    return menu.urls()


@hooks.register("construct_reports_menu")
def show_reports(request: HttpRequest, found: list[Any]) -> None:
    """Put the reports that the person may open into the menu."""
    found += [each for each in menu.items() if each.is_shown(request)]
