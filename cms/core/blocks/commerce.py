"""Live things of the shop; ids are stored, what shoppers see is resolved at each read."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

from cms.core.choosers import (
    CategoryBlock,
    CollectionBlock,
    ProductBlock,
    VariantBlock,
    VendorBlock,
)

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
        group = "Shop"
        help_text = (
            "The source says where the products come from, and you are asked for it alone: what "
            "you chose for another source does not count. Shoppers see at most as many as the limit."
        )

    def clean(self, value: Any) -> Any:
        """Refuse a rail whose source names nothing; a draft may wait for it."""
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        source = cleaned["source"]
        if source in NEEDED and not cleaned[source]:
            label = dict(SOURCES)[source].lower()
            raise StructBlockValidationError(
                block_errors={source: ValidationError(f"The source is {label}: choose it here.")}
            )
        return cleaned


class HotspotBlock(blocks.StructBlock):
    """A place on a picture, and the piece that is seen there."""

    variant = VariantBlock(label="Piece")
    x = blocks.DecimalBlock(
        min_value=0, max_value=100, decimal_places=1, help_text="Per cent from the left edge"
    )
    y = blocks.DecimalBlock(
        min_value=0, max_value=100, decimal_places=1, help_text="Per cent from the top"
    )
    label = blocks.CharBlock(required=False, max_length=60)

    class Meta:
        icon = "crosshairs"


class ShopTheLookBlock(blocks.StructBlock):
    """A picture of worn clothes, each of them to be had where it is seen."""

    title = blocks.CharBlock(required=False, max_length=120)
    image = ImageChooserBlock()
    alt = blocks.CharBlock(
        required=False, max_length=200, help_text="What the picture shows, for who cannot see it"
    )
    hotspots = blocks.ListBlock(HotspotBlock(), min_num=1, max_num=12)

    class Meta:
        icon = "view"
        label = "Shop the look"
        group = "Shop"


class CollectionTeaserBlock(blocks.StructBlock):
    """An invitation to a collection."""

    collection = CollectionBlock()
    title = blocks.CharBlock(required=False, max_length=120)

    class Meta:
        icon = "folder-open-inverse"
        group = "Shop"


class VendorTeaserBlock(blocks.StructBlock):
    """An introduction to a vendor."""

    vendor = VendorBlock()
    text = blocks.TextBlock(required=False, max_length=300)

    class Meta:
        icon = "group"
        group = "Shop"
