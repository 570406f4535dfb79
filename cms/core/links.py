"""Where pages are: the path of each, in the language that is asked for."""

from collections.abc import Callable, Iterable
from functools import reduce
from operator import and_
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Length, Substr
from wagtail.models import Page, PageViewRestriction, Site

from common.frontend import address

MAX_ID = 2**31 - 1
WAY = ("pk", "translation_key", "locale__language_code", "url_path")
_kept_back: list[Callable[[], Q]] = []
_awaited: list[Callable[[Any], str]] = []


def path_of(url_path: str) -> str:
    """Return the path of a page below the root of its language; `/` is the front page.

    Roots lie right below the root of the tree, so the first part names one.
    """
    return "/" + url_path.split("/", 2)[2]


def prefix_of(locale: str) -> str:
    """Return what public addresses put before the path: nothing for the default language."""
    return "" if locale == settings.LANGUAGE_CODE else f"/{locale}"


def split(path: str) -> tuple[str, str]:
    """Return the language a public path names, the shop's first without one, and the rest of it.

    `/fr/livraison/` is `("fr", "/livraison/")`.
    """
    for locale in settings.SHOP_LOCALES:
        prefix = prefix_of(locale)
        rest = path.removeprefix(prefix)
        if prefix and path.startswith(prefix) and rest[:1] in ("", "/", "?", "#"):
            return locale, rest if rest.startswith("/") else f"/{rest}"
    return settings.LANGUAGE_CODE, path


def way_to(url_path: str, locale: str, *, asked: str) -> str:
    """Return the path of a page of the language that is asked for, of another its full address."""
    return path_of(url_path) if asked in ("", locale) else public_url(url_path, locale)


def public_url(url_path: str, locale: str) -> str:
    """Return the address at which the frontend shows the page."""
    return address(prefix_of(locale) + path_of(url_path))


def keep_back(condition: Callable[[], Q], *, awaited: Callable[[Any], str]) -> None:
    """Have live pages that meet a condition on `Page` shown to nobody, at every door.

    `awaited` tells of a page, as it is drafted, what it waits for; nothing of any other.
    """
    _kept_back.append(condition)
    _awaited.append(awaited)


def awaited(page: Any) -> list[str]:
    """Return what a page waits for before it is shown, in sentences."""
    return [said for each in _awaited if (said := each(page))]


def unrestricted() -> Q:
    """Return the condition that a live page is for everybody.

    Neither it nor one above it is for some people only, and what it is about is shown too.
    """
    return reduce(and_, (~each() for each in _kept_back), _for_everybody())


def _for_everybody() -> Q:
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
    wanted = known(page_ids)
    found = linked(wanted, locale=locale).values_list(*WAY) if wanted else ()
    return chosen(found, wanted, locale=locale)


def known(page_ids: Iterable[int]) -> set[int]:
    """Return those that can be keys of pages."""
    return {pk for pk in page_ids if 0 < pk <= MAX_ID}


def linked(page_ids: Iterable[int], *, locale: str) -> Any:
    """Return those of these pages, and of their translations, to which a link may lead."""
    asked = Page.objects.filter(pk__in=page_ids)
    return (
        Page.objects.live()
        .filter(unrestricted(), addressed(), translation_key__in=asked.values("translation_key"))
        .filter(Q(pk__in=page_ids) | Q(locale__language_code=locale))
    )


def chosen(found: Iterable[Any], wanted: set[int], *, locale: str) -> dict[int, str]:
    """Return the path of each wanted page from the rows of `linked`, in the columns of `WAY`."""
    rows = list(found)
    keys = {pk: key for pk, key, _, _ in rows if pk in wanted}
    own = {pk: way_to(url_path, code, asked=locale) for pk, _, code, url_path in rows}
    translated = {key: path_of(url_path) for _, key, code, url_path in rows if code == locale}
    return {pk: translated.get(key, own[pk]) for pk, key in keys.items()}
