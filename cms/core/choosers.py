"""Choosers with which editors put live things of the shop into pages."""

from typing import Any

from django.db.models import QuerySet
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.coreutils import resolve_model_string


class ShopChooser(ChooserViewSet):
    """A chooser of existing rows; new ones are made on their own screens."""

    creation_form_class = None
    form_fields: list[str] | None = None
    per_page = 12


class ProductChooser(ShopChooser):
    """Chooses products, never variants."""

    icon = "tag"
    choose_one_text = "Choose a product"
    choose_another_text = "Choose another product"

    def get_object_list(self) -> QuerySet[Any]:
        """Return the products that may be shown."""
        return resolve_model_string(self.model).objects.canonical().order_by("title")


product_chooser = ProductChooser("product_chooser", model="catalogue.Product")
collection_chooser = ShopChooser(
    "collection_chooser", model="catalogue.Collection", icon="folder-open-inverse"
)
category_chooser = ShopChooser("category_chooser", model="catalogue.Category", icon="folder")
vendor_chooser = ShopChooser("vendor_chooser", model="partner.Partner", icon="group")

ProductBlock = product_chooser.get_block_class(name="ProductBlock", module_path="cms.core.choosers")
CollectionBlock = collection_chooser.get_block_class(
    name="CollectionBlock", module_path="cms.core.choosers"
)
CategoryBlock = category_chooser.get_block_class(
    name="CategoryBlock", module_path="cms.core.choosers"
)
VendorBlock = vendor_chooser.get_block_class(name="VendorBlock", module_path="cms.core.choosers")
