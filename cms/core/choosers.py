"""Choosers with which editors put live things of the shop into pages."""

from collections.abc import Callable
from functools import reduce
from operator import and_
from typing import Any, ClassVar

from django import forms
from django.db.models import Q, QuerySet
from django.utils.functional import cached_property
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser as views
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets import BaseChooser
from wagtail.blocks import ChooserBlock
from wagtail.coreutils import resolve_model_string

from cms.core.segments import Shared

More = tuple[tuple[str, str | Callable[[Any], str]], ...]


class Lenient:
    """A chooser that takes a value it cannot read for none, so that the form can say so."""

    def get_instance(self, value: Any) -> Any:
        """Return the row, or none."""
        try:
            return super().get_instance(value)  # type: ignore[misc]
        except (ValueError, OverflowError):
            return None


class LenientChooser(Lenient, BaseChooser):  # type: ignore[misc]
    """What all choosers of the shop are."""


class WordsFilter(BaseFilterForm):  # type: ignore[misc]
    """Keeps the rows in which every word occurs in one of `names`."""

    names: ClassVar[tuple[str, ...]] = ()
    q = forms.CharField(
        label="Search",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"placeholder": "Search"}),
    )

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        """Return the rows that hold all the words."""
        found = super().filter(objects)
        words = self.cleaned_data.get("q", "").split()
        if not words:
            return found
        self.is_searching, self.search_query = True, " ".join(words)
        return found.filter(reduce(and_, (self._holds(each) for each in words)))

    def _holds(self, word: str) -> Q:
        return Q.create([(f"{name}__icontains", word) for name in self.names], connector=Q.OR)


class _Columns:
    """Shows what else tells the rows apart."""

    more: ClassVar[More] = ()

    @property
    def columns(self) -> list[Any]:
        """Return the title and what else there is."""
        return [
            *super().columns,  # type: ignore[misc]
            *(Column(label, label=label, accessor=what) for label, what in self.more),
        ]


class ThingBlock(Shared, ChooserBlock):  # type: ignore[misc]
    """A thing of the shop, the same in every language."""

    def value_from_form(self, value: Any) -> Any:
        """Return the row, or none for a key that cannot be read."""
        try:
            return super().value_from_form(value)
        except (ValueError, OverflowError):
            return None


class ShopChooser(ChooserViewSet):
    """A chooser of existing rows; new ones are made on their own screens.

    `words` are the fields that the search looks through, `more` the further columns.
    """

    base_block_class = ThingBlock
    base_widget_class = LenientChooser
    creation_form_class = None
    form_fields: list[str] | None = None
    per_page = 12
    words: ClassVar[tuple[str, ...]] = ("title",)
    more: ClassVar[More] = ()

    @cached_property
    def _parts(self) -> dict[str, Any]:
        form = type("WordsFilter", (WordsFilter,), {"names": self.words})
        return {"filter_form_class": form, "more": self.more}

    @property
    def choose_view_class(self) -> Any:
        """Return the view of the first look."""
        return type("Choose", (_Columns, views.ChooseView), self._parts)

    @property
    def choose_results_view_class(self) -> Any:
        """Return the view of every further look."""
        return type("Results", (_Columns, views.ChooseResultsView), self._parts)


def _options(piece: Any) -> str:
    return " · ".join(str(each) for each in (piece.variant_options or {}).values())


def _skus(piece: Any) -> str:
    return ", ".join(each.sku for each in piece.stockrecords.all())


class ProductChooser(ShopChooser):
    """Chooses products, never variants."""

    icon = "tag"
    choose_one_text = "Choose a product"
    choose_another_text = "Choose another product"
    words = ("title", "slug", "vendor__name")
    more = (("Vendor", "vendor"), ("Status", "status"))

    def get_object_list(self) -> QuerySet[Any]:
        """Return the products that may be shown."""
        rows = resolve_model_string(self.model).objects.canonical()
        return rows.select_related("vendor").order_by("title", "pk")


class VariantChooser(ShopChooser):
    """Chooses what is put into a basket: a variant, or a product that has none."""

    icon = "tag"
    choose_one_text = "Choose a piece"
    choose_another_text = "Choose another piece"
    words = ("title", "parent__title", "stockrecords__sku", "vendor__name", "parent__vendor__name")
    more = (("Options", _options), ("SKU", _skus))

    def get_object_list(self) -> QuerySet[Any]:
        """Return what is sold, by the title of its product."""
        rows = resolve_model_string(self.model).objects.filter(
            structure__in=("standalone", "child")
        )
        return (
            rows.select_related("parent", "vendor")
            .prefetch_related("stockrecords")
            .order_by("parent__title", "title", "variant_position", "pk")
            .distinct()
        )


class NamedChooser(ShopChooser):
    """Chooses by name."""

    words = ("name", "slug")


product_chooser = ProductChooser("product_chooser", model="catalogue.Product")
variant_chooser = VariantChooser("variant_chooser", model="catalogue.Product")
collection_chooser = ShopChooser(
    "collection_chooser", model="catalogue.Collection", icon="folder-open-inverse"
)
category_chooser = NamedChooser("category_chooser", model="catalogue.Category", icon="folder")
vendor_chooser = NamedChooser("vendor_chooser", model="partner.Partner", icon="group")
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
