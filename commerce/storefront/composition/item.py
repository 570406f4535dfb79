"""A product in a list."""

from typing import Any

from commerce.storefront.composition.pictures import picture_of
from commerce.storefront.composition.sources import Dictionary, Source
from commerce.storefront.composition.variants import Offered, options_of
from common.frontend import address
from common.media.wire import PictureDict
from common.utils import money

_BEST_FIRST = ("in_stock", "made_to_order", "backorder", "out_of_stock")


def item_of(
    source: Source, offered: list[Offered], *, currency: str, dictionary: Dictionary
) -> dict[str, Any]:
    """Return the list item of a product with at least one offered variant."""
    product = source.product
    cheapest = cheapest_of(offered)
    return {
        "slug": product.slug,
        "title": product.title,
        "url": address(f"/products/{product.slug}/"),
        "vendor": {"slug": product.vendor.slug, "name": product.vendor.name},
        "price": money.wire(cheapest.price, currency),
        "price_max": money.wire(max(each.price for each in offered), currency),
        "compare_at_price": (
            money.wire(cheapest.compare_at, currency) if cheapest.compare_at else None
        ),
        "availability": availability_of(offered),
        "made_to_measure": product.is_made_to_measure,
        "image": images_of(source)[0] if images_of(source) else None,
        "rating": {"average": round(product.rating or 0.0, 2), "count": product.review_count},
        "options": options_of(product, dictionary, offered),
    }


def cheapest_of(offered: list[Offered]) -> Offered:
    """Return the variant whose price is shown; among equals one that is reduced."""
    return min(offered, key=lambda each: (each.price, each.compare_at is None))


def availability_of(offered: list[Offered]) -> str:
    """Return the best availability among the variants."""
    return min((each.availability for each in offered), key=_BEST_FIRST.index)


def images_of(source: Source) -> list[PictureDict]:
    """Return the pictures of a product in their order."""
    title = source.product.title
    found = (picture_of(each.image, alt=each.caption or title) for each in source.images)
    return [each for each in found if each]
