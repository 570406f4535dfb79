"""Which header means what, in each format; headers are compared without case."""

from __future__ import annotations

from enum import StrEnum


class Field(StrEnum):
    """What a cell is about, whatever its header is called."""

    HANDLE = "handle"
    TITLE = "title"
    DESCRIPTION = "description"
    BRAND = "brand"
    CATEGORY = "category"
    TYPE = "type"
    TAGS = "tags"
    COLLECTIONS = "collections"
    PUBLISHED = "published"
    STATUS = "status"
    GIFT_CARD = "gift_card"
    MADE_TO_MEASURE = "made_to_measure"
    SKU = "sku"
    PRICE = "price"
    CURRENCY = "currency"
    COMPARE_AT = "compare_at"
    STOCK = "stock"
    TRACKER = "tracker"
    POLICY = "policy"
    GTIN = "gtin"
    WEIGHT = "weight"
    IMAGE = "image"
    IMAGES = "images"
    IMAGE_POSITION = "image_position"
    IMAGE_ALT = "image_alt"
    VARIANT_IMAGE = "variant_image"
    SEO_TITLE = "seo_title"
    SEO_DESCRIPTION = "seo_description"


REQUIRED = (Field.HANDLE, Field.TITLE, Field.PRICE)

# The first header of a field is the one a message names when the column is missing; where a
# file has several, the earlier one counts.
SHOPIFY: dict[Field, tuple[str, ...]] = {
    Field.HANDLE: ("Handle", "URL handle"),
    Field.TITLE: ("Title",),
    Field.DESCRIPTION: ("Body (HTML)", "Body HTML", "Description"),
    Field.BRAND: ("Vendor",),
    Field.CATEGORY: (
        "Product Category",
        "Standard Product Type",
        "Google Shopping / Google Product Category",
    ),
    Field.TYPE: ("Type", "Custom Product Type"),
    Field.TAGS: ("Tags",),
    Field.PUBLISHED: ("Published", "Published on online store"),
    Field.STATUS: ("Status",),
    Field.GIFT_CARD: ("Gift Card",),
    Field.SKU: ("Variant SKU", "SKU"),
    Field.PRICE: ("Variant Price", "Price"),
    Field.COMPARE_AT: ("Variant Compare At Price", "Compare-at price"),
    Field.STOCK: ("Variant Inventory Qty", "Inventory quantity"),
    Field.TRACKER: ("Variant Inventory Tracker", "Inventory tracker"),
    Field.POLICY: ("Variant Inventory Policy", "Continue selling when out of stock"),
    Field.GTIN: ("Variant Barcode", "Barcode"),
    Field.WEIGHT: ("Variant Grams", "Weight value (grams)"),
    Field.IMAGE: ("Image Src", "Product image URL"),
    Field.IMAGE_POSITION: ("Image Position",),
    Field.IMAGE_ALT: ("Image Alt Text",),
    Field.VARIANT_IMAGE: ("Variant Image", "Variant image URL"),
    Field.SEO_TITLE: ("SEO Title",),
    Field.SEO_DESCRIPTION: ("SEO Description",),
}

FASHIONISTAR: dict[Field, tuple[str, ...]] = {
    Field.HANDLE: ("handle",),
    Field.TITLE: ("title",),
    Field.DESCRIPTION: ("description",),
    Field.BRAND: ("brand",),
    Field.CATEGORY: ("category",),
    Field.TYPE: ("product_type",),
    Field.TAGS: ("tags",),
    Field.COLLECTIONS: ("collections",),
    Field.PUBLISHED: ("published",),
    Field.MADE_TO_MEASURE: ("made_to_measure",),
    Field.SKU: ("sku",),
    Field.PRICE: ("price",),
    Field.CURRENCY: ("currency",),
    Field.COMPARE_AT: ("compare_at_price",),
    Field.STOCK: ("stock",),
    Field.POLICY: ("continue_selling",),
    Field.GTIN: ("gtin",),
    Field.WEIGHT: ("weight_g",),
    Field.IMAGES: ("image_urls",),
    Field.SEO_TITLE: ("seo_title",),
    Field.SEO_DESCRIPTION: ("seo_description",),
}

SHOPIFY_ATTRIBUTES = {
    "google shopping / gender": "gender",
    "google shopping / age group": "age_group",
    "google shopping / condition": "condition",
    "google shopping / mpn": "mpn",
}
