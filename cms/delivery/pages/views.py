"""A plain reader of pages: what a frontend does with the REST API, as small as can be.

It shows drafts to editors until a frontend of its own is named by `CLIENT_URL`.
"""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from cms.core import links
from cms.delivery.apis.pages import PRIVATE
from cms.delivery.exceptions import PreviewOver
from cms.delivery.selectors import pages as selectors
from cms.delivery.services import pages, previews
from cms.navigation.selectors.redirects import Moved
from common.exceptions import NotFound

HERE = "/client"


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
    """Show the live page at a path; the first part may name a language."""
    locale, rest = _split(path)
    if "\x00" in path:
        raise Http404
    try:
        found = selectors.find(path=f"/{rest}/" if rest else "/", locale=locale)
    except NotFound:
        raise Http404 from None
    if isinstance(found, Moved):
        to = found.to if "://" in found.to else HERE + links.prefix_of(locale) + found.to
        return redirect(to, permanent=found.is_permanent)
    return _shown(request, pages.as_data(found, locale=locale), locale=locale)


def _split(path: str) -> tuple[str, str]:
    first, _, rest = path.strip("/").partition("/")
    others = [each for each in settings.SHOP_LOCALES if each != settings.LANGUAGE_CODE]
    return (first, rest) if first in others else (settings.LANGUAGE_CODE, path.strip("/"))


def _shown(
    request: HttpRequest, data: dict[str, Any], *, locale: str = "", is_draft: bool = False
) -> HttpResponse:
    root = HERE + links.prefix_of(locale or data["locale"])
    ways = [
        {**each, "path": HERE + links.prefix_of(each["locale"]) + each["path"]}
        for each in data["alternates"]
    ]
    first = data["body"][0]["type"] if data["body"] else ""
    said = {
        "data": data,
        "root": root,
        "alternates": ways,
        "is_draft": is_draft,
        # A hero that opens the page is its heading; one further down is a part of it.
        "has_heading": first == "hero" and data["type"] not in ("lookbook", "article"),
    }
    return render(request, "reader/page.html", said)
