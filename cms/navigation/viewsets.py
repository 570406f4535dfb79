"""Menus in the admin."""

from cms.core.rivals import Contested
from cms.navigation.models import Menu


class Menus(Contested):
    """Menus, by key and language."""

    model = Menu
    icon = "list-ul"
    menu_label = "Menus"
    menu_order = 160
    add_to_admin_menu = True
    list_display = ("key", "locale")
    search_fields = ("key",)
    search_backend_name = None
    copy_view_enabled = True
