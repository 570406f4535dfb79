"""Rows of products whose form asks only for what their source needs."""

from django import forms
from django.utils.functional import cached_property
from wagtail.admin.telepath import register
from wagtail.blocks.struct_block import StructBlockAdapter

from cms.core.blocks.commerce import ProductRailBlock


class RailAdapter(StructBlockAdapter):  # type: ignore[misc]
    """Hands a row of products to the page editor."""

    js_constructor = "fashionistar.rails.Rail"

    @cached_property
    def media(self) -> forms.Media:
        """Return the editor of structs, then what this one adds to it."""
        return super().media + forms.Media(js=["rails/rails.js"])


register(RailAdapter(), ProductRailBlock)
