"""`GET /store/sitemap/`."""

from typing import Any

from django.http import HttpRequest

from cms.navigation.apis.linking import link_to
from cms.navigation.selectors.sitemap import NAMES, Sitemap
from cms.navigation.selectors.walking import read_cursor, walk, whole_number
from commerce.storefront.apis.schemas import TEXT, array, listed, thing
from common.apis.operations import Cursor, Limit, Operation, Values


def list_sitemap(request: HttpRequest, values: Values) -> Any:
    """Return entries behind a place; the count is taken on the first page and carried along."""
    spot, counted = read_cursor(values["cursor"], NAMES)
    sitemap = Sitemap()
    count = sitemap.count() if spot is None else whole_number(counted)
    walked = walk(sitemap.sections(), spot, limit=values["limit"])
    return {
        "count": count,
        "next": link_to(request, walked.after, note=str(count)),
        "previous": link_to(request, walked.before, note=str(count)),
        "results": [entry for _, entry in walked.rows],
    }


_ENTRY = thing(
    path=TEXT,
    locale=TEXT,
    type={"type": "string", "enum": list(NAMES)},
    updated_at={"type": ["string", "null"], "format": "date-time"},
    alternates=array(thing(locale=TEXT, path=TEXT)),
)
OPERATION = Operation(
    path="sitemap/",
    operation_id="store_sitemap_list",
    tag="Pages",
    summary="Every public page, category, collection, vendor and product with its languages",
    handler=list_sitemap,
    parameters=(Limit(), Cursor()),
    response=listed(_ENTRY),
)
