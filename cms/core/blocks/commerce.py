"""Live things of the shop; ids are stored, what shoppers see is resolved at each read."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from cms.core.choosers import CategoryBlock, CollectionBlock, ProductBlock, VendorBlock

SOURCES = [
    ("products", "Hand-picked products"),
    ("collection", "A collection"),
    ("category", "A category"),
    ("vendor", "A vendor"),
    ("newest", "The newest products"),
    ("on_sale", "Products on sale"),
]
NEEDED = {"products", "collection", "category", "vendor"}


class ProductRailBlock(blocks.StructBlock):
    """A row of products, hand-picked or by a question put to the catalogue at each read."""

    title = blocks.CharBlock(max_length=120)
    source = blocks.ChoiceBlock(choices=SOURCES, default="newest")
    products = blocks.ListBlock(ProductBlock(required=True), default=[], required=False)
    collection = CollectionBlock(required=False)
    category = CategoryBlock(required=False)
    vendor = VendorBlock(required=False)
    limit = blocks.IntegerBlock(default=8, min_value=1, max_value=24)

    class Meta:
        icon = "list-ul"

    def clean(self, value: Any) -> Any:
        """Refuse a rail whose source names nothing."""
        cleaned = super().clean(value)
        source = cleaned["source"]
        if source in NEEDED and not cleaned[source]:
            label = dict(SOURCES)[source].lower()
            raise StructBlockValidationError(
                block_errors={source: ValidationError(f"The source is {label}: choose it here.")}
            )
        return cleaned


class CollectionTeaserBlock(blocks.StructBlock):
    """An invitation to a collection."""

    collection = CollectionBlock()
    title = blocks.CharBlock(required=False, max_length=120)

    class Meta:
        icon = "folder-open-inverse"


class VendorTeaserBlock(blocks.StructBlock):
    """An introduction to a vendor."""

    vendor = VendorBlock()
    text = blocks.TextBlock(required=False, max_length=300)

    class Meta:
        icon = "group"
