"""Fields and blocks that hold a product or a piece, and show which."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.telepath import register
from wagtail.admin.widgets import BaseChooser
from wagtail.admin.widgets.chooser import BaseChooserAdapter
from wagtail.blocks import ChooserBlock

from cms.core.choosing.cards import card_of
from cms.core.segments import Shared

SCRIPTS = (
    "wagtailadmin/js/chooser-widget.js", "wagtailadmin/js/chooser-widget-telepath.js",
    "choosers/choosers.js",
)  # fmt: skip


def _media() -> forms.Media:
    return forms.Media(js=[versioned_static(each) for each in SCRIPTS])


class GoodsChooser(BaseChooser):  # type: ignore[misc]
    """A field that holds a product or a piece, with its picture."""

    template_name = "choosers/goods.html"
    js_constructor = "GoodsChooser"

    def get_display_title(self, instance: Any) -> str:
        """Return the title; of a piece with its options."""
        return card_of(instance).title

    def get_value_data_from_instance(self, instance: Any) -> dict[str, Any]:
        """Return what the field shows."""
        said: dict[str, Any] = super().get_value_data_from_instance(instance)
        return {**said, "picture": card_of(instance).picture, "line": card_of(instance).line}

    def get_context(self, name: str, value_data: Any, attrs: Any) -> dict[str, Any]:
        """Add the picture and the words below the title."""
        context: dict[str, Any] = super().get_context(name, value_data, attrs)
        more = {"picture": value_data.get("picture", ""), "line": value_data.get("line", "")}
        return {**context, **more}

    @cached_property
    def media(self) -> forms.Media:
        """Return the scripts."""
        return _media()


class GoodsChooserAdapter(BaseChooserAdapter):  # type: ignore[misc]
    """Hands the field to the page editor."""

    js_constructor = "fashionistar.choosers.Goods"

    @cached_property
    def media(self) -> forms.Media:
        """Return the scripts."""
        return _media()


register(GoodsChooserAdapter(), GoodsChooser)


class ThingBlock(Shared, ChooserBlock):  # type: ignore[misc]
    """A thing of the shop, the same in every language."""


class GoodsBlock(ThingBlock):
    """A product; all of one page learn together what their fields show.

    `structures` are the kinds it takes, `refusal` what is said to the others.
    """

    structures: tuple[str, ...] = ("standalone", "parent")
    refusal = "This is a piece: choose its product."

    def bulk_to_python(self, values: Sequence[Any]) -> list[Any]:
        """Return the rows, each of which knows the others."""
        found: list[Any] = super().bulk_to_python(values)
        peers = [each for each in found if each is not None]
        for each in peers:
            each.peers = peers
        return found

    def clean(self, value: Any) -> Any:
        """Refuse a product where a piece is wanted, and a piece where a product is."""
        found = super().clean(value)
        if found is not None and found.structure not in self.structures:
            raise ValidationError(self.refusal)
        return found


class PieceBlock(GoodsBlock):
    """What is put into a basket: a piece of a product, or one that has none."""

    structures = ("standalone", "child")
    refusal = "This product comes in sizes or colours: choose one of its pieces."
