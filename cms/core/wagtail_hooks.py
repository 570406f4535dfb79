"""Registers the choosers with the admin."""

from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet

from cms.core import choosers


@hooks.register("register_admin_viewset")
def register_choosers() -> list[ViewSet]:
    """Return the shop's choosers."""
    return list(choosers.CHOOSERS)
