"""Registers menus with the admin."""

from wagtail.snippets.models import register_snippet

from cms.navigation.viewsets import Menus

register_snippet(Menus)
