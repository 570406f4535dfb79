"""Results as clients get them."""

from collections.abc import Iterable
from typing import Any

from cms.navigation.selectors.trees import Tree
from cms.search.selectors import pictures
from common.frontend import address
from common.media.wire import picture_on_wire
from common.utils.text import plain

Result = dict[str, Any]


def page_results(pages: Iterable[Any], tree: Tree | None) -> dict[int, Result]:
    """Return pages of a tree as results, by key."""
    if tree is None:
        return {}
    shown = list(pages)
    known = pictures.of_pages(page.pk for page in shown)
    return {page.pk: _page_result(page, tree, known.get(page.pk)) for page in shown}


def _page_result(page: Any, tree: Tree, picture: Any) -> Result:
    return {
        "type": "page",
        "page": {
            "title": plain(page.title),
            "path": tree.path_of(page),
            "type": getattr(page.specific_class, "api_type", "page"),
            "description": plain(page.search_description),
            "image": picture_on_wire(picture) if picture is not None else None,
        },
    }


def product_result(item: Any) -> Result:
    """Return a stored item, as JSON or read from it, as a result."""
    return {"type": "product", "product": item}


def collection_result(collection: Any) -> Result:
    """Return a collection with its picture as a result."""
    return {
        "type": "collection",
        "collection": {
            "slug": collection.slug,
            "title": plain(collection.title),
            "description": plain(collection.description),
            "url": address(f"/collections/{collection.slug}/"),
            "image": picture_on_wire(collection.image) if collection.image else None,
        },
    }
