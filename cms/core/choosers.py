"""Choosers with which editors put live things of the shop into pages."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.coreutils import resolve_model_string

from cms.core.choosing import filters, things, views
from cms.core.choosing.cards import furnish, piece_name
from cms.core.choosing.widgets import GoodsBlock, GoodsChooser, PieceBlock, ThingBlock

__all__ = ["CHOOSERS", "piece_name"]


class ShopChooser(ChooserViewSet):
    """A chooser of existing rows; new ones are made on their own screens.

    `words` are the fields that the search looks through, `title` is what a row is called.
    """

    base_block_class = ThingBlock
    creation_form_class = None
    form_fields: list[str] | None = None
    per_page = 12
    words: ClassVar[tuple[str, ...]] = ("title",)
    form: ClassVar[type[filters.WordsFilter]] = filters.WordsFilter
    title: ClassVar[Any] = str
    empty_text = "There is nothing to choose yet."

    @cached_property
    def _parts(self) -> dict[str, Any]:
        form = type("ChooserFilter", (self.form,), {"names": self.words})
        return {"filter_form_class": form, "chooser": self}

    @property
    def choose_view_class(self) -> Any:
        """Return the view of the first look."""
        return type("Choose", (views.Choose,), self._parts)

    @property
    def choose_results_view_class(self) -> Any:
        """Return the view of every further look."""
        return type("Results", (views.Results,), self._parts)

    def columns(self) -> tuple[list[Any], list[Any]]:
        """Return the columns before the title and those behind it."""
        return [], []

    def furnish(self, rows: Sequence[Any]) -> None:
        """Give the rows of a page what their cells show."""


class GoodsViewSet(ShopChooser):
    """Chooses products or pieces, which are told by picture, vendor, price and standing."""

    base_widget_class = GoodsChooser
    base_block_class = GoodsBlock
    chosen_view_class = views.Chosen
    chosen_multiple_view_class = views.ManyChosen
    icon = "tag"
    title = "card.title"
    empty_text = "There are no products yet. Add the first one under Shop, Products."

    def columns(self) -> tuple[list[Any], list[Any]]:
        """Return the picture, then the price and how it stands."""
        return [views.PictureColumn("card.picture")], [
            Column("price", label="Price", accessor="card.price", classname="choice-price"),
            Column("left", label="Stock", accessor="card.availability", classname="choice-left"),
            views.TagColumn("card.status", lambda row: row.card.is_sold),
        ]

    def furnish(self, rows: Sequence[Any]) -> None:
        """Give each row its card."""
        furnish(rows)


class ProductChooser(GoodsViewSet):
    """Chooses products, never variants."""

    choose_one_text = "Choose a product"
    choose_another_text = "Choose another product"
    words = ("title", "slug", "vendor__name")
    form = filters.ProductFilter

    def get_object_list(self) -> QuerySet[Any]:
        """Return the products that may be shown."""
        rows = resolve_model_string(self.model).objects.canonical()
        return rows.select_related("vendor").order_by("title", "pk")


class VariantChooser(GoodsViewSet):
    """Chooses what is put into a basket: a variant, or a product that has none."""

    base_block_class = PieceBlock
    choose_one_text = "Choose a piece"
    choose_another_text = "Choose another piece"
    words = ("title", "parent__title", "stockrecords__sku", "vendor__name", "parent__vendor__name")
    form = filters.PieceFilter

    def get_object_list(self) -> QuerySet[Any]:
        """Return what is sold, by the title of its product."""
        rows = resolve_model_string(self.model).objects.filter(structure__in=PieceBlock.structures)
        return (
            rows.select_related("parent__vendor", "vendor")
            .order_by("parent__title", "title", "variant_position", "pk")
            .distinct()
        )


class NamedChooser(ShopChooser):
    """Chooses by name."""

    words = ("name", "slug")


class CountedChooser(ShopChooser):
    """Chooses what has a picture in `picture`, and says how many products there are and how it stands."""

    picture: ClassVar[str] = ""
    seen: ClassVar[str] = ""
    count: ClassVar[Callable[[Sequence[Any]], None]]

    def get_object_list(self) -> QuerySet[Any]:
        """Return the rows by the first of their `words`."""
        rows = resolve_model_string(self.model).objects.select_related(self.picture)
        return rows.order_by(self.words[0], "pk")

    def columns(self) -> tuple[list[Any], list[Any]]:
        """Return the picture, then how many products and how it stands."""
        return [views.PictureColumn("small")], [
            Column("count", label="Products", classname="choice-price"),
            views.TagColumn("standing", lambda row: getattr(row, self.seen)),
        ]

    def furnish(self, rows: Sequence[Any]) -> None:
        """Count the products of each."""
        type(self).count(rows)


class CollectionChooser(CountedChooser):
    """Chooses collections, with how many products shoppers see in them."""

    form = filters.CollectionFilter
    picture, seen, count = "image", "is_public", things.furnish_collections
    empty_text = "There are no collections yet. Add the first one under Shop, Collections."


class VendorChooser(CountedChooser):
    """Chooses vendors, with how many products they have on sale."""

    words = NamedChooser.words
    form = filters.VendorFilter
    picture, seen, count = "logo", "is_selling", things.furnish_vendors
    empty_text = "There are no vendors yet. Add the first one under Shop, Vendors."


product_chooser = ProductChooser("product_chooser", model="catalogue.Product")
variant_chooser = VariantChooser("variant_chooser", model="catalogue.Product")
collection_chooser = CollectionChooser(
    "collection_chooser", model="catalogue.Collection", icon="folder-open-inverse",
    choose_one_text="Choose a collection", choose_another_text="Choose another collection",
)  # fmt: skip
category_chooser = NamedChooser(
    "category_chooser", model="catalogue.Category", icon="folder",
    choose_one_text="Choose a category", choose_another_text="Choose another category",
)  # fmt: skip
vendor_chooser = VendorChooser(
    "vendor_chooser", model="partner.Partner", icon="group",
    choose_one_text="Choose a vendor", choose_another_text="Choose another vendor",
)  # fmt: skip
CHOOSERS = (
    product_chooser, variant_chooser, collection_chooser, category_chooser, vendor_chooser,
)  # fmt: skip


def _block_class(chooser: ShopChooser, name: str) -> Any:
    return chooser.get_block_class(name=name, module_path="cms.core.choosers")


ProductBlock = _block_class(product_chooser, "ProductBlock")
VariantBlock = _block_class(variant_chooser, "VariantBlock")
CollectionBlock = _block_class(collection_chooser, "CollectionBlock")
CategoryBlock = _block_class(category_chooser, "CategoryBlock")
VendorBlock = _block_class(vendor_chooser, "VendorBlock")
