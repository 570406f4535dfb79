"""`GET /store/pages/`, and a draft by the token of its preview."""

from typing import Any

import orjson
from django.conf import settings
from django.http import HttpRequest

from cms.delivery.apis import schemas
from cms.delivery.selectors import pages as selectors
from cms.delivery.services import listing, previews
from cms.delivery.services import pages as services
from cms.navigation.apis.linking import link_to
from cms.navigation.selectors.redirects import Moved
from common.apis.operations import Choice, Cursor, Limit, Operation, Text, Values
from common.apis.operations.answers import NO_STORE, Answer
from common.exceptions import InvalidParameter, NotFound

PRIVATE = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow"}


def read_page(request: HttpRequest, values: Values) -> Any:
    """Return the page at a path, or where it moved."""
    path, locale = values["path"], values["locale"] or settings.LANGUAGE_CODE
    if not path.startswith("/"):
        raise InvalidParameter("path must start with a slash.")
    if path.startswith("//"):
        raise NotFound("There is no such page.")
    found = selectors.find(path=path, locale=locale)
    if isinstance(found, Moved):
        return {"redirect": _led(found, locale)}
    part = listing.asked(values) if listing.PARAMETERS & request.GET.keys() else None
    data = services.as_data(found, locale=locale, currency=values["currency"] or "", part=part)
    return Answer(orjson.dumps(_linked(data, request)), headers=_said_in(data))


def _said_in(data: dict[str, Any]) -> dict[str, str]:
    """Return the language of a page, which for a copy is not the one that was asked for."""
    return {"Content-Language": data["locale"]}


def _led(moved: Moved, locale: str) -> dict[str, Any]:
    """Return where a path moved; with the language, where that is another one."""
    other = {"locale": moved.locale} if moved.locale not in (None, locale) else {}
    return {"to": moved.to, "permanent": moved.is_permanent, **other}


def _linked(data: dict[str, Any], request: HttpRequest | None) -> dict[str, Any]:
    """Return a page whose list, if it has one, says where its other parts are read."""
    if "listing" not in data:
        return data
    found = data["listing"]
    after, before = (
        link_to(request, spot) if request is not None else None
        for spot in (found.after, found.before)
    )
    return {**data, "listing": {"count": found.count, "next": after, "previous": before}}


def read_preview(request: HttpRequest, values: Values) -> Any:
    """Return the draft of a token, in the shape of a page."""
    page = previews.draft(content_type=values["content_type"], token=values["token"])
    data = previews.as_data(page, currency=values["currency"] or "")
    return Answer(orjson.dumps(_linked(data, None)), headers=_said_in(data))


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
        Limit(description="Of a journal: how many articles."),
        Cursor(description="Of a journal: taken from `next` or `previous` of its `listing`."),
        Text(
            name="author",
            min_length=1,
            max_length=120,
            description="Of a journal: only the articles of this author, whatever the case.",
        ),
    ),
    response=schemas.PAGE_OR_REDIRECT,
    components=schemas.COMPONENTS,
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
    components=schemas.COMPONENTS,
    cache_control=NO_STORE,
    headers=PRIVATE,
    errors=(401,),
)
