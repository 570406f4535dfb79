"""Hotspots that are put on their picture with a pointer or with the keys."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.telepath import register
from wagtail.blocks.struct_block import StructBlockAdapter

from cms.core.blocks.commerce import ShopTheLookBlock


class LookAdapter(StructBlockAdapter):  # type: ignore[misc]
    """Hands a look to the page editor, with its picture to pick places on."""

    js_constructor = "fashionistar.looks.Look"

    def js_args(self, block: ShopTheLookBlock) -> list[Any]:
        """Return what a struct has, and the address of picture 0 as a pattern."""
        name, children, meta = super().js_args(block)
        return [name, children, {**meta, "pictureUrl": reverse("shown_picture", args=[0])}]

    @cached_property
    def media(self) -> forms.Media:
        """Return the editor of structs, then what this one adds to it."""
        return super().media + forms.Media(js=["looks/looks.js"], css={"all": ["looks/looks.css"]})


register(LookAdapter(), ShopTheLookBlock)
