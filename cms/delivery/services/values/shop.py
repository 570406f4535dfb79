"""Live things of the shop."""

from typing import Any

from cms.delivery.selectors.things import is_key
from cms.delivery.services.asking import Shop
from cms.delivery.services.values.reading import (
    each_of,
    fraction,
    structs_of,
    whole,
    words,
)
from commerce.storefront.selectors.rails import Question
from common.frontend import address
from common.utils.text import plain

AIMED = frozenset({"collection", "category", "vendor"})
MOST = 24


def product_rail(value: Any, shop: Shop) -> Any:
    """Return `{"title", "products"}`, items as in lists of products."""
    return {"title": words(value, "title"), "products": shop.rail(_question(value))}


def _question(value: Any) -> Question:
    source = words(value, "source") or "newest"
    target = value.get(source) if source in AIMED else None
    picked = [each for each in each_of(value, "products") if is_key(each)]
    return Question(
        source=source,
        product_ids=tuple(picked) if source == "products" else (),
        target_id=target if is_key(target) else None,
        limit=whole(value, "limit", least=1, most=MOST, default=8),
    )


def shop_the_look(value: Any, shop: Shop) -> Any:
    """Return a picture with places on it: `x` and `y` are fractions from the left and the top."""
    picture = shop.picture(value.get("image"), words(value, "alt"))
    spots = [(each, shop.piece(each.get("variant"))) for each in structs_of(value, "hotspots")]
    return {
        "title": words(value, "title"),
        "image": picture,
        "hotspots": [
            {
                "x": fraction(each.get("x")), "y": fraction(each.get("y")),
                "label": words(each, "label"), **piece,
            }
            for each, piece in spots
            if piece is not None
        ],
    }  # fmt: skip


def collection_teaser(value: Any, shop: Shop) -> Any:
    """Return `{"title", "collection"}` of a public collection."""
    chosen = shop.collection(value.get("collection"))
    if chosen is None:
        return None
    return {"title": words(value, "title") or plain(chosen.title), "collection": of(chosen, shop)}


def of(collection: Any, shop: Shop) -> dict[str, Any]:
    """Return a collection as pages show it."""
    return {
        "slug": collection.slug,
        "title": plain(collection.title),
        "description": plain(collection.description),
        "url": address(f"/collections/{collection.slug}/"),
        "image": shop.picture(collection.picture_id, collection.title),
    }


def vendor_teaser(value: Any, shop: Shop) -> Any:
    """Return `{"text", "vendor"}` of a vendor that trades."""
    chosen = shop.vendor(value.get("vendor"))
    if chosen is None:
        return None
    return {
        "text": words(value, "text") or plain(chosen.description),
        "vendor": whose(chosen, shop),
    }


def whose(vendor: Any, shop: Shop) -> dict[str, Any]:
    """Return a vendor as pages show it."""
    return {
        "slug": vendor.slug,
        "name": plain(vendor.title),
        "logo": shop.picture(vendor.picture_id, vendor.title),
    }


WRITERS = {
    "product_rail": product_rail,
    "shop_the_look": shop_the_look,
    "collection_teaser": collection_teaser,
    "vendor_teaser": vendor_teaser,
}
