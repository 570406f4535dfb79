"""Products in the reader, one and in lists, from the data of the storefront's own API."""

from collections.abc import Callable
from typing import Any

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from cms.delivery.pages import shell
from commerce.storefront.apis import products as api
from commerce.storefront.selectors import browsing
from common.apis.operations.parameters import read_all
from common.exceptions import NotFound

Named = dict[str, Any]
SHOWN = 24


def answer(request: HttpRequest, rest: str, *, locale: str) -> HttpResponse:
    """Show a product, a list of products, or a list of such lists.

    :raises NotFound: when the path names none of them.
    :raises InvalidParameter: when the query cannot be read.
    """
    kind, _, slug = rest.partition("/")
    if "/" in slug or kind not in ("products", *_GROUPS):
        raise NotFound
    if kind == "products":
        return (_product if slug else _list)(request, slug, locale)
    return (_group if slug else _groups)(request, kind, slug, locale)


def _product(request: HttpRequest, slug: str, locale: str) -> HttpResponse:
    data = orjson.loads(api.read_product(request, {"slug": slug, "locale": locale}))
    return shell.shown(request, "reader/goods.html", {"item": data}, locale=locale)


def _list(
    request: HttpRequest, slug: str, locale: str, group: Named | None = None, **place: str
) -> HttpResponse:
    known = {each.name for each in api.LIST.parameters}
    query = request.GET.copy()
    for name in request.GET.keys() - known:
        if not name.startswith(("option.", "attr.")):
            del query[name]
    values = {**read_all(api.LIST.parameters, query), "locale": locale, "facets": False, **place}
    found = orjson.loads(api.list_products(request, {**values, "limit": SHOWN}))
    said = {"found": found, "group": group}
    return shell.shown(request, "reader/list.html", said, locale=locale)


def _group(request: HttpRequest, kind: str, slug: str, locale: str) -> HttpResponse:
    group = browsing.named(_GROUPS[kind](locale), slug)
    return _list(request, slug, locale, group, **{_PLACES[kind]: slug})


def _groups(request: HttpRequest, kind: str, slug: str, locale: str) -> HttpResponse:
    said = {"groups": _GROUPS[kind](locale), "kind": kind}
    return shell.shown(request, "reader/groups.html", said, locale=locale)


def _flat(nodes: list[Named]) -> list[Named]:
    return [found for each in nodes for found in (each, *_flat(each["children"]))]


def _read(read: Callable[..., list[Named]]) -> Callable[[str], list[Named]]:
    return lambda locale: read(locale=locale, currency=settings.OSCAR_DEFAULT_CURRENCY)


_GROUPS: dict[str, Callable[[str], list[Named]]] = {
    "collections": _read(browsing.collections),
    "categories": lambda locale: _flat(_read(browsing.category_tree)(locale)),
    "vendors": _read(browsing.vendors),
}
_PLACES = {"collections": "collection", "categories": "category", "vendors": "vendor"}
