"""`GET /store/products/` and one product: stored answers, joined as bytes."""

from typing import Any
from urllib.parse import urlencode

import orjson
from django.http import HttpRequest

from commerce.storefront.apis import schemas
from commerce.storefront.apis.asking import WHERE, currency_of, locale_of
from commerce.storefront.selectors import details, dictionary, facets, places, products, vocabulary
from commerce.storefront.selectors.criteria import SORTS, Criteria
from common.apis.operations import (
    Choice,
    Cursor,
    DecimalNumber,
    Family,
    Flag,
    Limit,
    Operation,
    Text,
    Values,
)
from common.exceptions import UnknownParameter

_PLAIN = ("category", "collection", "vendor", "price_min", "price_max")
_FLAGS = ("in_stock", "on_sale", "made_to_measure")


def list_products(request: HttpRequest, values: Values) -> bytes:
    """Return a page of products, with facets where they are asked for."""
    criteria = criteria_of(values)
    sort = values["sort"] or ("relevance" if criteria.words is not None else "newest")
    if sort == "relevance" and criteria.words is None:
        sort = "newest"
    place = places.read(values["cursor"], sort=sort)
    page = products.page(criteria, sort=sort, place=place, limit=values["limit"])
    head = orjson.dumps(
        {
            "count": page.count,
            "next": _link(request, page.after),
            "previous": _link(request, page.before),
        }
    )
    found = facets.facets(criteria) if values["facets"] else None
    tail = b"" if found is None else b',"facets":' + orjson.dumps(found)
    return b'%s,"results":[%s]%s}' % (head[:-1], ",".join(page.items).encode(), tail)


def read_product(request: HttpRequest, values: Values) -> bytes:
    """Return one product with its content and recommendations."""
    return details.detail(
        slug=values["slug"], locale=locale_of(values), currency=currency_of(values)
    )


def criteria_of(values: Values) -> Criteria:
    """Return what the parameters ask for.

    :raises UnknownParameter: when an option or attribute code does not exist.
    """
    options, attributes = values["option"], values["attr"]
    codes = {f"option.{code}" for code in options} | {f"attr.{code}" for code in attributes}
    if strange := dictionary.unknown(codes):
        raise UnknownParameter(f"There is no parameter {min(strange)!r} here.")
    locale, text = locale_of(values), (values["q"] or "").strip()
    return Criteria(
        locale=locale,
        currency=currency_of(values),
        words=vocabulary.meant(text, locale=locale) if text else None,
        options=options,
        attributes=attributes,
        **{name: values[name] for name in (*_PLAIN, *_FLAGS)},
    )


def _link(request: HttpRequest, place: Any) -> str | None:
    if place is None:
        return None
    query = [
        (name, each) for name, found in request.GET.lists() for each in found if name != "cursor"
    ]
    query.append(("cursor", place.cursor()))
    return f"{request.build_absolute_uri(request.path)}?{urlencode(query)}"


LIST = Operation(
    path="products/",
    operation_id="store_products_list",
    tag="Catalogue",
    summary="Products, filtered, searched and sorted",
    handler=list_products,
    response=schemas.with_optional(
        schemas.listed(schemas.ref("ProductItem")), facets=schemas.array(schemas.FACET)
    ),
    parameters=(
        Text(name="q", max_length=200),
        *(Text(name=name) for name in _PLAIN[:3]),
        *(DecimalNumber(name=name) for name in _PLAIN[3:]),
        *(Flag(name=name) for name in _FLAGS),
        Family(name="option"),
        Family(name="attr"),
        Choice(name="sort", choices=SORTS),
        Flag(name="facets", default=False),
        Limit(),
        Cursor(),
        *WHERE,
    ),
    components=schemas.COMPONENTS,
)
READ = Operation(
    path="products/{slug}/",
    operation_id="store_products_read",
    tag="Catalogue",
    summary="One product with its variants",
    handler=read_product,
    response=schemas.ref("ProductDetail"),
    parameters=WHERE,
    components=schemas.COMPONENTS,
)
OPERATIONS = (LIST, READ)
