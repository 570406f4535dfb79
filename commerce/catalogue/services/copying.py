"""What a stored product says, in the words in which facts are told."""

from typing import Any

from commerce.catalogue.models import Product
from commerce.catalogue.services.facts import ImageFacts, PriceFacts, ProductFacts, VariantFacts


def facts_of(product: Product) -> ProductFacts:
    """Return the facts of a product for a copy: no SKU, no stock, no reference of an import."""
    variants = sorted(product.children.all(), key=lambda each: each.variant_position)
    return {
        "title": product.title,
        "description": product.description,
        "product_class": product.product_class.name if product.product_class else "",
        "categories": list(product.categories.all()),
        "options": {each["code"]: each["name"] for each in product.option_types},
        "variants": [_variant(each) for each in variants or [product]],
        "attributes": {
            row.attribute.code: row.value_as_text
            for row in product.attribute_values.select_related("attribute", "value_option")
        },
        "images": [
            ImageFacts(picture=each.image, source_url=each.source_url, alt=each.caption)
            for each in product.images.select_related("image").order_by("display_order", "pk")
        ],
        "tags": list(product.tags),
        "seo_title": product.meta_title or "",
        "seo_description": product.meta_description or "",
        "is_made_to_measure": product.is_made_to_measure,
        "lead_time_days": product.lead_time_days,
    }


def _variant(variant: Any) -> VariantFacts:
    record = variant.stockrecords.first()
    prices = record.prices.all() if record else []
    return VariantFacts(
        options=dict(variant.variant_options or {}),
        prices={each.currency: PriceFacts(each.amount, each.compare_at_amount) for each in prices},
        is_tracked=record.is_tracked if record else True,
        allow_backorder=record.allow_backorder if record else False,
        weight_g=variant.weight_g,
        lead_time_days=variant.lead_time_days,
    )
