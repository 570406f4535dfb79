"""`GET /store/search/`."""

from typing import Any

from django.http import HttpRequest

from cms.navigation.apis.linking import link_to
from cms.navigation.selectors.walking import read_cursor
from cms.search.services import searching
from commerce.storefront.apis.asking import WHERE, currency_of, locale_of
from commerce.storefront.apis.schemas import COMPONENTS, TEXT, array, listed, or_null, ref, thing
from common.apis.operations import Choice, Cursor, Limit, Operation, Text, Values

KINDS = ("all", "product", "page")


def search(request: HttpRequest, values: Values) -> Any:
    """Return pages and products that hold the words."""
    kind = values["type"]
    spot, _ = read_cursor(values["cursor"], searching.names_of(kind))
    question = searching.Question(
        text=values["q"], locale=locale_of(values), currency=currency_of(values), kind=kind
    )
    found = searching.search(question, spot=spot, limit=values["limit"])
    return {
        "count": found.count,
        "next": link_to(request, found.walked.after),
        "previous": link_to(request, found.walked.before),
        "results": [row for _, row in found.walked.rows],
        "promoted": found.promoted,
        "meant": found.meant,
    }


def _kind(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return thing(type={"type": "string", "const": name}, **{name: schema})


_PAGE = thing(title=TEXT, path=TEXT, type=TEXT, description=TEXT, image=or_null(ref("Image")))
_COLLECTION = thing(slug=TEXT, title=TEXT, description=TEXT, url=TEXT, image=or_null(ref("Image")))
_RESULTS = [_kind("product", ref("ProductItem")), _kind("page", _PAGE)]
_LISTED = listed({"anyOf": _RESULTS})
OPERATION = Operation(
    path="search/",
    operation_id="store_search_list",
    tag="Catalogue",
    summary="Pages whose title holds all the words, then products, then other pages",
    handler=search,
    response=thing(
        **_LISTED["properties"],
        promoted=array({"anyOf": [*_RESULTS, _kind("collection", _COLLECTION)]}),
        meant={"type": ["string", "null"]},
    ),
    parameters=(
        Text(name="q", required=True, min_length=1, max_length=200),
        Choice(name="type", choices=KINDS, default="all"),
        Limit(),
        Cursor(),
        *WHERE,
    ),
    components=COMPONENTS,
)
