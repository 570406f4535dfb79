"""Live things of the shop."""

from typing import Any

from cms.delivery.services.asking import Shop
from cms.delivery.services.values.reading import each_of, words
from commerce.storefront.selectors.rails import Question
from common.media.wire import absolute, picture_on_wire
from common.utils.text import plain


def product_rail(value: Any, key: str, shop: Shop) -> Any:
    """Return `{"title", "products"}`, items as in lists of products."""
    return {"title": words(value, "title"), "products": shop.rail(key, _question(value))}


def _question(value: Any) -> Question:
    source = value.get("source") or "newest"
    picked = [each for each in each_of(value, "products") if isinstance(each, int)]
    return Question(
        source=source,
        product_ids=tuple(picked) if source == "products" else (),
        target_id=value.get(source) if source in ("collection", "category", "vendor") else None,
        limit=value.get("limit") or 8,
    )


def shop_the_look(value: Any, key: str, shop: Shop) -> Any:
    """Return a picture with places on it: `x` and `y` are fractions from the left and the top."""
    picture = shop.picture(value.get("image"), words(value, "alt"))
    spots = [(each, shop.piece(each.get("variant"))) for each in each_of(value, "hotspots")]
    return {
        "title": words(value, "title"),
        "image": picture,
        "hotspots": [
            {
                "x": _fraction(each.get("x")), "y": _fraction(each.get("y")),
                "label": words(each, "label"), **piece,
            }
            for each, piece in spots
            if piece is not None
        ],
    }  # fmt: skip


def _fraction(per_cent: Any) -> float:
    return round(min(max(float(per_cent or 0), 0.0), 100.0) / 100, 4)


def collection_teaser(value: Any, key: str, shop: Shop) -> Any:
    """Return `{"title", "collection"}` of a public collection."""
    chosen = shop.collection(value.get("collection"))
    if chosen is None:
        return None
    return {"title": words(value, "title") or plain(chosen.title), "collection": of(chosen)}


def of(collection: Any) -> dict[str, Any]:
    """Return a collection as pages show it."""
    image = collection.image
    return {
        "slug": collection.slug,
        "title": plain(collection.title),
        "description": plain(collection.description),
        "url": absolute(f"/collections/{collection.slug}/"),
        "image": picture_on_wire(image, alt=collection.title) if image else None,
    }


def vendor_teaser(value: Any, key: str, shop: Shop) -> Any:
    """Return `{"text", "vendor"}` of a vendor that trades."""
    chosen = shop.vendor(value.get("vendor"))
    if chosen is None:
        return None
    return {"text": words(value, "text") or plain(chosen.description), "vendor": whose(chosen)}


def whose(vendor: Any) -> dict[str, Any]:
    """Return a vendor as pages show it."""
    logo = vendor.logo
    return {
        "slug": vendor.slug,
        "name": plain(vendor.name),
        "logo": picture_on_wire(logo, alt=vendor.name) if logo else None,
    }


WRITERS = {
    "product_rail": product_rail,
    "shop_the_look": shop_the_look,
    "collection_teaser": collection_teaser,
    "vendor_teaser": vendor_teaser,
}
