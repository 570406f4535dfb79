"""`GET /store/pages/`, and a draft by the token of its preview."""

from typing import Any

import orjson
from django.conf import settings
from django.http import HttpRequest

from cms.delivery.apis import schemas
from cms.delivery.selectors import pages as selectors
from cms.delivery.services import pages as services
from cms.delivery.services import previews
from cms.navigation.selectors.redirects import Moved
from common.apis.operations import Choice, Operation, Text, Values
from common.apis.operations.answers import NO_STORE, Answer
from common.exceptions import InvalidParameter

PRIVATE = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow"}


def read_page(request: HttpRequest, values: Values) -> Any:
    """Return the page at a path, or where it moved."""
    path, locale = values["path"], values["locale"] or settings.LANGUAGE_CODE
    if not path.startswith("/"):
        raise InvalidParameter("path must start with a slash.")
    found = selectors.find(path=path if path.endswith("/") else f"{path}/", locale=locale)
    if isinstance(found, Moved):
        return {"redirect": {"to": found.to, "permanent": found.is_permanent}}
    return services.as_data(found, locale=locale, currency=values["currency"] or "")


def read_preview(request: HttpRequest, values: Values) -> Any:
    """Return the draft of a token, in the shape of a page."""
    page = previews.draft(content_type=values["content_type"], token=values["token"])
    data = previews.as_data(page, currency=values["currency"] or "")
    return Answer(orjson.dumps(data), headers=PRIVATE)


_CURRENCY = Choice(name="currency", choices=lambda: settings.SHOP_CURRENCIES)
READ = Operation(
    path="pages/",
    operation_id="store_page_read",
    tag="Pages",
    summary="The page at a path, its blocks resolved; a moved one is a redirect as data",
    handler=read_page,
    parameters=(
        Text(name="path", required=True, min_length=1, max_length=500),
        Choice(name="locale", choices=lambda: settings.SHOP_LOCALES),
        _CURRENCY,
    ),
    response=schemas.PAGE,
    errors=(404,),
)
PREVIEW = Operation(
    path="preview/",
    operation_id="store_preview_read",
    tag="Pages",
    summary="A draft as its editor sees it, for an hour",
    handler=read_preview,
    parameters=(
        Text(name="content_type", required=True, min_length=3, max_length=100),
        Text(name="token", required=True, min_length=1, max_length=255),
        _CURRENCY,
    ),
    response=schemas.PAGE,
    cache_control=NO_STORE,
    errors=(401,),
)
