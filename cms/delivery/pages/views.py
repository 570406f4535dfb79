"""A plain reader of pages: what a frontend does with the REST API, as small as can be.

It shows drafts to editors until a frontend of its own is named by `CLIENT_URL`.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from cms.delivery.apis.pages import PRIVATE
from cms.delivery.exceptions import PreviewOver
from cms.delivery.pages import goods, shell
from cms.delivery.selectors import pages as selectors
from cms.delivery.services import listing, pages, previews
from cms.navigation.selectors.redirects import Moved
from common.exceptions import Malformed, NotFound


@require_safe
def preview(request: HttpRequest) -> HttpResponse:
    """Show the draft of a token for as long as it is good."""
    asked = {name: request.GET.get(name, "")[:255] for name in ("content_type", "token")}
    try:
        page = previews.draft(**asked)
    except PreviewOver as over:
        answer = render(request, "reader/over.html", {"title": over.title}, status=over.status)
    else:
        answer = _shown(request, previews.as_data(page), is_draft=True)
    for name, value in {**PRIVATE, "Cache-Control": "no-store"}.items():
        answer[name] = value
    return answer


@require_safe
def read(request: HttpRequest, path: str = "") -> HttpResponse:
    """Show the live page at a path, else what the shop has there; a path may name a language."""
    locale, rest = shell.split(path)
    if "\x00" in path or "//" in request.path:
        return shell.missing(request, locale=locale)
    try:
        return _page(request, rest, locale)
    except (NotFound, Malformed):
        return shell.missing(request, locale=locale)


def _page(request: HttpRequest, rest: str, locale: str) -> HttpResponse:
    try:
        query = request.META.get("QUERY_STRING", "")
        path = f"/{rest}/" if rest else "/"
        found = selectors.find(path=f"{path}?{query}" if query else path, locale=locale)
    except NotFound:
        return goods.answer(request, rest, locale=locale)
    if isinstance(found, Moved):
        root = "" if "://" in found.to else shell.root_of(found.locale or locale)
        return redirect(root + found.to, permanent=found.is_permanent)
    return _shown(request, pages.as_data(found, locale=locale, part=_part(request)), locale=locale)


def _part(request: HttpRequest) -> listing.Slice | None:
    """Return the part of a list that is asked for; addresses say nothing else here."""
    cursor = request.GET.get("cursor")
    return listing.asked({"cursor": cursor[:500]}) if cursor is not None else None


def _shown(
    request: HttpRequest, data: dict[str, Any], *, locale: str = "", is_draft: bool = False
) -> HttpResponse:
    ways = [
        {**each, "path": shell.root_of(each["locale"]) + each["path"]}
        for each in data["alternates"]
    ]
    first = data["body"][0]["type"] if data["body"] else ""
    said = {
        "data": data,
        "alternates": ways,
        "is_draft": is_draft,
        # A hero that opens the page is its heading; one further down is a part of it.
        "has_heading": first == "hero" and data["type"] not in ("lookbook", "article"),
    }
    return shell.shown(request, "reader/page.html", said, locale=locale or data["locale"])
