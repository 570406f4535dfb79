"""What stands around each page of the reader: menus, the announcement, the words for nothing."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation

from cms.core import links
from cms.navigation.selectors import menus as found
from cms.navigation.services import menus, sites
from common.exceptions import NotFound

HERE = "/client"


def split(path: str) -> tuple[str, str]:
    """Return the language a path names, and the rest of it without slashes around it."""
    locale, rest = links.split(f"/{path.strip('/')}")
    return locale, rest.strip("/")


def root_of(locale: str) -> str:
    """Return where the pages of a language begin in the reader."""
    return HERE + links.prefix_of(locale)


def shown(
    request: HttpRequest, template: str, said: dict[str, Any], *, locale: str, status: int = 200
) -> HttpResponse:
    """Return a page of the reader in a language, inside the shop's menus and announcement."""
    around = {"root": root_of(locale), "alternates": [], **_around(locale)}
    with translation.override(locale):
        answer = render(request, template, {**around, **said}, status=status)
        answer["Content-Language"] = translation.get_language() or settings.LANGUAGE_CODE
    return answer


def missing(request: HttpRequest, *, locale: str) -> HttpResponse:
    """Return the 404 in the shop's own words."""
    return shown(request, "reader/missing.html", {}, locale=locale, status=404)


def _around(locale: str) -> dict[str, Any]:
    site = sites.as_data(locale=locale, at=timezone.now())
    return {"site": site, "main": _menu("main", locale), "feet": _menu("footer", locale)}


def _menu(key: str, locale: str) -> list[dict[str, Any]]:
    try:
        return menus.items_of(found.find(key=key, locale=locale))
    except NotFound:
        return []
