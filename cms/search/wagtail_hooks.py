"""Registers promoted results with the admin."""

from wagtail.snippets.models import register_snippet

from cms.search.viewsets import Promotions

register_snippet(Promotions)
