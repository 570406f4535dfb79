"""The list of products, with pictures, prices and stock, and a page for who may only look."""

from typing import Any

from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.views.generic import IndexView, InspectView
from wagtail.images.shortcuts import get_rendition_or_not_found

from cms.desk.products import standing
from cms.desk.products.offers import offers_of
from cms.desk.screens import MEDIA
from cms.stories.selectors.standing import standings
from commerce.catalogue.models import Product
from commerce.partner.models import StockRecord


class PictureColumn(Column):  # type: ignore[misc]
    """The first picture, small."""

    cell_template_name = "desk/picture_cell.html"

    def get_value(self, instance: Any) -> Any:
        """Return the small picture, or none."""
        picture = instance.offer.picture
        return get_rendition_or_not_found(picture, "fill-96x120") if picture else None


class ProductIndex(IndexView):  # type: ignore[misc]
    """The list of products without their variants, the newest first."""

    default_ordering = "-date_created"
    table_classname = "listing desk-list"

    def get_base_queryset(self) -> Any:
        """Return the products."""
        return super().get_base_queryset().canonical().select_related("vendor")

    def search_queryset(self, queryset: Any) -> Any:
        """Find products by title, address, or the SKU of a variant."""
        if not self.is_searching:
            return queryset
        said = self.search_query
        records = StockRecord.objects.filter(
            Q(sku__icontains=said) | Q(partner_sku__icontains=said)
        )
        return queryset.filter(
            Q(title__icontains=said)
            | Q(slug__icontains=said)
            | Q(pk__in=records.values("product_id"))
            | Q(pk__in=records.values("product__parent_id"))
        )

    def get_table(self, object_list: Any) -> Any:
        """Give each product of the page what its cells show."""
        rows = list(object_list)
        offers = offers_of(rows)
        for each in rows:
            each.offer = offers[each.pk]
        return super().get_table(rows)

    @cached_property
    def columns(self) -> list[Any]:
        """Return the columns, the picture first."""
        return [
            PictureColumn("picture", label="Picture"),
            self._get_title_column("title"),
            self._get_custom_column("vendor", classname="desk-wide"),
            Column("price", label="Price", accessor="offer.price", classname="desk-amount"),
            Column("stock", label="Left", accessor="offer.stock", classname="desk-amount"),
            StatusTagColumn(
                "standing", label="Status", accessor=standing.label, primary=standing.is_on_sale,
                sort_key="status",
            ),
            self._get_custom_column("published_at", classname="desk-wide"),
        ]  # fmt: skip

    def get_context_data(self, *args: Any, **kwargs: Any) -> Any:
        """Add the desk's style."""
        context = super().get_context_data(*args, **kwargs)
        context["media"] += MEDIA
        return context


class ProductInspect(InspectView):  # type: ignore[misc]
    """A product for who may only look."""

    template_name = "desk/product_inspect.html"

    def get_object(self, queryset: Any = None) -> Any:
        """Return the product, never a variant."""
        rows = Product.objects.canonical().select_related("vendor")
        return get_object_or_404(rows, pk=self.pk)

    def get_context_data(self, **kwargs: Any) -> Any:
        """Add pictures, standing and variants."""
        images = self.object.images.filter(image__isnull=False).select_related("image")
        records = StockRecord.objects.filter(
            Q(product=self.object) | Q(product__parent=self.object)
        )
        records = records.select_related("product").prefetch_related("prices")
        return super().get_context_data(
            standing=standing.label(self.object),
            images=images.order_by("display_order"),
            records=records.order_by("product__variant_position", "pk"),
            stories=standings(self.object, viewer=self.request.user),
            is_archived=self.object.status == Product.Status.ARCHIVED,
            media=MEDIA,
            **kwargs,
        )
