"""A product for search engines: schema.org ProductGroup as JSON-LD."""

from typing import Any

from commerce.storefront.composition.sources import Source
from commerce.storefront.composition.variants import Offered
from common.media.wire import PictureDict
from common.utils import money

_AVAILABILITY = {
    "in_stock": "https://schema.org/InStock",
    "out_of_stock": "https://schema.org/OutOfStock",
    "backorder": "https://schema.org/BackOrder",
    "preorder": "https://schema.org/PreOrder",
    "made_to_order": "https://schema.org/MadeToOrder",
}
_VARIES = {"size", "color", "colour", "material", "pattern"}


def product_group(
    source: Source,
    offered: list[Offered],
    item: dict[str, Any],
    *,
    images: list[PictureDict],
    description: str,
    currency: str,
) -> dict[str, Any]:
    """Return the ProductGroup with a Product and an Offer for each variant."""
    product = source.product
    group: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "ProductGroup",
        "productGroupID": product.public_id,
        "name": product.title,
        "description": description,
        "url": item["url"],
        "brand": {"@type": "Brand", "name": product.vendor.name},
        "image": [each["src"] for each in images],
        "variesBy": [_varies(each["code"]) for each in item["options"]],
        "hasVariant": [_variant(each, item, images, currency) for each in offered],
    }
    if product.review_count:
        group["aggregateRating"] = {
            "@type": "AggregateRating",
            "ratingValue": item["rating"]["average"],
            "reviewCount": product.review_count,
        }
    return group


def _varies(code: str) -> str:
    name = "color" if code == "colour" else code
    return f"https://schema.org/{name}" if code in _VARIES else code


def _variant(
    offered: Offered, item: dict[str, Any], images: list[PictureDict], currency: str
) -> dict[str, Any]:
    label = " / ".join(offered.options.values())
    found: dict[str, Any] = {
        "@type": "Product",
        "sku": offered.record.sku,
        "name": f"{item['title']} – {label}" if label else item["title"],
        "image": [each["src"] for each in images[:1]],
        "offers": _offer(offered, item, currency),
    }
    if offered.variant.gtin:
        found["gtin"] = offered.variant.gtin
    for code, value in offered.options.items():
        if code == "size":
            found["size"] = {"@type": "SizeSpecification", "name": value}
        elif code in _VARIES:
            found["color" if code == "colour" else code] = value
        else:
            found.setdefault("additionalProperty", []).append(
                {"@type": "PropertyValue", "name": code, "value": value}
            )
    return found


def _offer(offered: Offered, item: dict[str, Any], currency: str) -> dict[str, Any]:
    offer = {
        "@type": "Offer",
        "url": item["url"],
        "price": money.wire(offered.price, currency)["amount"],
        "priceCurrency": currency,
        "availability": _AVAILABILITY[offered.availability],
        "itemCondition": "https://schema.org/NewCondition",
        "seller": {"@type": "Organization", "name": item["vendor"]["name"]},
    }
    if offered.valid_until is not None:
        offer["priceValidUntil"] = offered.valid_until.date().isoformat()
    return offer
