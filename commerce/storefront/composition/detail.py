"""A product on its own page; content and recommendations are joined when it is read."""

from typing import Any

from commerce.catalogue.services import descriptions
from commerce.storefront.composition.attributes import attributes_of
from commerce.storefront.composition.item import images_of
from commerce.storefront.composition.sources import Dictionary, Source
from commerce.storefront.composition.structured_data import product_group
from commerce.storefront.composition.variants import Offered
from common.frontend import address
from common.utils import money
from common.utils.text import plain

SEO_LENGTH = 160


def detail_of(
    source: Source,
    offered: list[Offered],
    item: dict[str, Any],
    *,
    currency: str,
    dictionary: Dictionary,
) -> dict[str, Any]:
    """Return the detail of a product without `content`, its locale, and `recommended`."""
    product = source.product
    description = sanitised(product.description or "")
    images = images_of(source)
    return {
        **item,
        "description": description,
        "attributes": attributes_of(source.attributes, product.pk),
        "images": images,
        "breadcrumbs": breadcrumbs_of(source, dictionary),
        "variants": [_variant(each, currency, source) for each in offered],
        "size_chart": None,
        "customisation_fields": [],
        "measurement_requirements": [],
        "seo": seo_of(source, description, item["url"]),
        "json_ld": product_group(
            source,
            offered,
            item,
            images=images,
            description=plain_text(description),
            currency=currency,
        ),
    }


def sanitised(html: str) -> str:
    """Return the markup without anything that runs, frames or styles."""
    return descriptions.cleaned(html)


def plain_text(html: str) -> str:
    """Return the text of sanitised markup on one line."""
    return " ".join(plain(html.replace("<", " <")).split())


def breadcrumbs_of(source: Source, dictionary: Dictionary) -> list[dict[str, str]]:
    """Return the way to the product's deepest public category, root first."""
    ways = [dictionary.ancestors.get(pk, ()) for pk in source.category_ids]
    public = [way for way in ways if way and all(dictionary.categories[pk].is_public for pk in way)]
    way = max(public, key=len, default=())
    nodes = [dictionary.categories[pk] for pk in way]
    return [
        {"name": each.name, "slug": each.slug, "url": address(f"/categories/{each.slug}/")}
        for each in nodes
    ]


def seo_of(source: Source, description: str, url: str) -> dict[str, str]:
    """Return title, description and canonical address for search engines."""
    product = source.product
    text = product.meta_description or plain_text(description)
    return {
        "title": product.meta_title or f"{product.title} · {product.vendor.name}",
        "description": text if len(text) <= SEO_LENGTH else text[: SEO_LENGTH - 1].rstrip() + "…",
        "canonical_url": url,
    }


def _variant(offered: Offered, currency: str, source: Source) -> dict[str, Any]:
    variant, product = offered.variant, source.product
    lead = variant.lead_time_days
    return {
        "sku": offered.record.sku,
        "options": offered.options,
        "price": money.wire(offered.price, currency),
        "compare_at_price": (
            money.wire(offered.compare_at, currency) if offered.compare_at else None
        ),
        "availability": offered.availability,
        "gtin": variant.gtin or None,
        "lead_time_days": product.lead_time_days if lead is None else lead,
    }
