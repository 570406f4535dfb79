"""Categories, collections, vendors, reviews, suggestions and the context of the shop."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from commerce.catalogue.models import Product
from commerce.storefront.apis import schemas
from commerce.storefront.apis.asking import WHERE, currency_of, locale_of
from commerce.storefront.search import words
from commerce.storefront.selectors import browsing, details, vocabulary
from common.apis.operations import Cursor, Limit, Operation, Text, Values
from common.apis.pagination import links, read_offset
from common.exceptions import NotFound
from common.utils.text import plain

SUGGESTED = 8
Read = Callable[..., list[dict[str, Any]]]


def list_categories(request: HttpRequest, values: Values) -> Any:
    """Return the tree of categories."""
    tree = browsing.category_tree(locale=locale_of(values), currency=currency_of(values))
    return {"results": tree}


def list_reviews(request: HttpRequest, values: Values) -> Any:
    """Return the approved reviews of a product, newest first."""
    if not details.is_sold(slug=values["slug"]):
        raise NotFound
    product = Product.objects.canonical().get(slug=values["slug"])
    rows = product.reviews.filter(status=1).order_by("-date_created", "-pk")
    return _page(request, values, rows, _review)


def suggest(request: HttpRequest, values: Values) -> Any:
    """Return products whose words are what was typed, or nearly."""
    locale = locale_of(values)
    meant = vocabulary.meant(values["q"], locale=locale)
    found = details.suggestions(
        words=words.query(meant), locale=locale, currency=currency_of(values), limit=SUGGESTED
    ) if meant else []  # fmt: skip
    return {"results": found}


def read_context(request: HttpRequest, values: Values) -> Any:
    """Return what a frontend must know before it shows anything."""
    return {
        "currencies": list(settings.SHOP_CURRENCIES),
        "default_currency": settings.OSCAR_DEFAULT_CURRENCY,
        "locales": list(settings.SHOP_LOCALES),
        "default_locale": settings.LANGUAGE_CODE,
        "countries": list(settings.SHOP_COUNTRIES),
        "prices_include_tax": settings.SHOP_PRICES_INCLUDE_TAX,
        "payment_methods": list(settings.SHOP_PAYMENT_METHODS),
        "features": {"guest_checkout": True, "vouchers": True, "reviews": True},
        "consent_texts": [],
    }


def _review(row: Any) -> dict[str, Any]:
    return {
        "title": plain(row.title), "body": plain(row.body), "score": row.score, "created_at": row.date_created,
    }  # fmt: skip


def _page(request: HttpRequest, values: Values, rows: Any, write: Callable[[Any], Any]) -> Any:
    offset, limit = read_offset(values["cursor"]), values["limit"]
    count = len(rows) if isinstance(rows, list) else rows.count()
    after, before = links(request, offset=offset, limit=limit, count=count)
    found = [write(each) for each in rows[offset : offset + limit]]
    return {"count": count, "next": after, "previous": before, "results": found}


def _several(name: str, read: Read, schema: str) -> tuple[Operation, Operation]:
    def listing(request: HttpRequest, values: Values) -> Any:
        rows = read(locale=locale_of(values), currency=currency_of(values))
        return _page(request, values, rows, lambda each: each)

    def one(request: HttpRequest, values: Values) -> Any:
        rows = read(locale=locale_of(values), currency=currency_of(values))
        return browsing.named(rows, values["slug"])

    shared: dict[str, Any] = {"tag": "Catalogue", "components": schemas.COMPONENTS}
    return (
        Operation(
            path=f"{name}/", operation_id=f"store_{name}_list", summary=f"All {name}",
            handler=listing, response=schemas.listed(schemas.ref(schema)),
            parameters=(Limit(), Cursor(), *WHERE), **shared,
        ),
        Operation(
            path=f"{name}/{{slug}}/", operation_id=f"store_{name}_read",
            summary=f"One of the {name}", handler=one, response=schemas.ref(schema),
            parameters=WHERE, **shared,
        ),
    )  # fmt: skip


OPERATIONS = (
    Operation(
        path="categories/", operation_id="store_categories_list", tag="Catalogue",
        summary="The tree of categories", handler=list_categories,
        response=schemas.thing(results=schemas.array(schemas.ref("CategoryNode"))),
        parameters=WHERE, components=schemas.COMPONENTS,
    ),
    *_several("collections", browsing.collections, "CollectionItem"),
    *_several("vendors", browsing.vendors, "VendorItem"),
    Operation(
        path="products/{slug}/reviews/", operation_id="store_reviews_list", tag="Catalogue",
        summary="Reviews of a product", handler=list_reviews,
        response=schemas.listed(
            schemas.thing(
                title=schemas.TEXT, body=schemas.TEXT, score=schemas.NUMBER,
                created_at=schemas.TEXT,
            )
        ),
        parameters=(Limit(), Cursor()),
    ),
    Operation(
        path="search/suggest/", operation_id="store_search_suggest", tag="Catalogue",
        summary="Products for what was typed so far", handler=suggest,
        response=schemas.thing(
            results=schemas.array(schemas.thing(title=schemas.TEXT, slug=schemas.TEXT))
        ),
        parameters=(Text(name="q", min_length=1, max_length=100, required=True), *WHERE),
    ),
    Operation(
        path="context/", operation_id="store_context_read", tag="Catalogue",
        summary="Currencies, locales, countries and what the shop offers",
        handler=read_context, response=schemas.CONTEXT,
    ),
)  # fmt: skip
