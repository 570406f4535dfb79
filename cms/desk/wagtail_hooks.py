"""Registers the shop's lists with the admin."""

from wagtail import hooks

from cms.desk.viewsets import Commerce


@hooks.register("register_admin_viewset")
def register_commerce() -> Commerce:
    """Return the group of lists."""
    return Commerce()
