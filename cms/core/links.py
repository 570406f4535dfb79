"""Where pages are: the path of each, in the language that is asked for."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Length, Substr
from wagtail.models import Page, PageViewRestriction, Site

MAX_ID = 2**31 - 1


def path_of(url_path: str) -> str:
    """Return the path of a page below the root of its language; `/` is the front page.

    Roots lie right below the root of the tree, so the first part names one.
    """
    return "/" + url_path.split("/", 2)[2]


def prefix_of(locale: str) -> str:
    """Return what public addresses put before the path: nothing for the default language."""
    return "" if locale == settings.LANGUAGE_CODE else f"/{locale}"


def public_url(url_path: str, locale: str) -> str:
    """Return the address at which the frontend shows the page."""
    return f"{settings.CLIENT_URL}{prefix_of(locale)}{path_of(url_path)}"


def unrestricted() -> Q:
    """Return the condition that neither the page nor one above it is for some people only."""
    above = PageViewRestriction.objects.annotate(way=OuterRef("path")).filter(
        page__path=Substr(OuterRef("path"), 1, Length("page__path"))
    )
    return ~Q(Exists(above))


def addressed() -> Q:
    """Return the condition that the page lies in the tree of a site, in any language."""
    roots = Page.objects.annotate(way=OuterRef("path")).filter(
        depth=2,
        path=Substr(OuterRef("path"), 1, 2 * Page.steplen),
        translation_key__in=Site.objects.values("root_page__translation_key"),
    )
    return Q(Exists(roots))


def paths(page_ids: Iterable[int], *, locale: str) -> dict[int, str]:
    """Return where those of these pages are that are live: the path of their translation.

    A page that has none is named by its full address, whose path names its language.
    """
    wanted = {pk for pk in page_ids if 0 < pk <= MAX_ID}
    if not wanted:
        return {}
    asked = Page.objects.filter(pk__in=wanted)
    rows = (
        Page.objects.live()
        .filter(unrestricted(), addressed(), translation_key__in=asked.values("translation_key"))
        .filter(Q(pk__in=wanted) | Q(locale__language_code=locale))
        .values_list("pk", "translation_key", "locale__language_code", "url_path")
    )
    return _chosen(list(rows), wanted, locale)


def _chosen(rows: list[Any], wanted: set[int], locale: str) -> dict[int, str]:
    keys = {pk: key for pk, key, _, _ in rows if pk in wanted}
    own = {
        pk: path_of(url_path) if code == locale or not locale else public_url(url_path, code)
        for pk, _, code, url_path in rows
    }
    translated = {key: path_of(url_path) for _, key, code, url_path in rows if code == locale}
    return {pk: translated.get(key, own[pk]) for pk, key in keys.items()}
