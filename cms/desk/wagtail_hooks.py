"""Registers the shop's lists and the first page with the admin."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from cms.desk.home.panels import panels_for
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
