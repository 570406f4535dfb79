"""What each family of pages says besides its blocks, under a name of its own."""

from collections.abc import Callable
from typing import Any

from cms.delivery.services.asking import Shop
from cms.delivery.services.values.shop import of, whose
from common.utils.text import plain

TYPES = (
    "home", "page", "landing", "collection", "lookbook", "journal", "article", "vendor",
    "size_guide", "policy", "product_story",
)  # fmt: skip


def facts(page: Any, shop: Shop) -> dict[str, Any]:
    """Return the facts of a page's family."""
    write = _FACTS.get(page.api_type)
    return {page.api_type: write(page, shop)} if write else {}


def _collection(page: Any, shop: Shop) -> Any:
    chosen = shop.collection(page.collection_id)
    return of(chosen, shop) if chosen is not None else None


def _lookbook(page: Any, shop: Shop) -> Any:
    return {
        "season": plain(page.season),
        "introduction": plain(page.introduction),
        "cover": shop.picture(page.cover_id),
    }


def _journal(page: Any, shop: Shop) -> Any:
    return {"introduction": plain(page.introduction)}


def _article(page: Any, shop: Shop) -> Any:
    return {
        "standfirst": plain(page.standfirst),
        "author": plain(page.author),
        "cover": shop.picture(page.cover_id),
    }


def _vendor(page: Any, shop: Shop) -> Any:
    chosen = shop.vendor(page.vendor_id)
    return whose(chosen, shop) if chosen is not None else None


def _size_guide(page: Any, shop: Shop) -> Any:
    vendor = shop.vendor(page.vendor_id)
    return {
        "vendor": whose(vendor, shop) if vendor is not None else None,
        "category": page.category.slug if page.category_id else None,
    }


def _policy(page: Any, shop: Shop) -> Any:
    return {"kind": page.kind, "effective_on": page.effective_on}


_FACTS: dict[str, Callable[[Any, Shop], Any]] = {
    "collection": _collection,
    "lookbook": _lookbook,
    "journal": _journal,
    "article": _article,
    "vendor": _vendor,
    "size_guide": _size_guide,
    "policy": _policy,
}
