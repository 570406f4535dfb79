"""Finding the page a path names, and the pages around it."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import F, Q, Subquery, Value
from django.db.models.functions import Concat
from wagtail.models import Page, Site

from cms.core import links
from cms.core.pages import BasePage
from cms.navigation.selectors.redirects import Moved, resolve
from common.exceptions import NotFound


@dataclass(frozen=True)
class Around:
    """The way to a page (itself the last), what is right below it, and its translations."""

    above: list[Page] = field(default_factory=list)
    below: list[Page] = field(default_factory=list)
    translations: list[Page] = field(default_factory=list)


def default_site() -> Site:
    """Return the site the shop is.

    :raises NotFound: when none is set up.
    """
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site is None:
        raise NotFound("No site is set up.")
    return site


def find(*, path: str, locale: str) -> BasePage | Moved:
    """Return the live, public page at `path` (`/` is the front page), or where it moved.

    A page that is not translated is not found in the other language.

    :raises NotFound: when there is neither.
    """
    page = (
        served()
        .annotate(root=_root_of(locale))
        .filter(url_path=Concat(F("root"), Value(path.lstrip("/"))))
        .select_related("locale")
        .first()
    )
    found = page.specific if page is not None else None
    if not isinstance(found, BasePage):
        return _moved(path, locale)
    found.locale = page.locale
    return found


def served() -> Any:
    """Return the pages that anyone may see."""
    return Page.objects.live().filter(links.unrestricted())


def _root_of(locale: str) -> Subquery:
    site = Site.objects.filter(is_default_site=True).values("root_page__translation_key")
    roots = Page.objects.live().filter(
        translation_key__in=site, locale__language_code=locale, depth=2
    )
    return Subquery(roots.values("url_path")[:1])


def around(page: Page) -> Around:
    """Return the live pages around a page, in one statement; copies are no translations."""
    step = Page.steplen
    above = [page.path[:end] for end in range(2 * step, len(page.path), step)]
    rows = (
        served()
        .filter(
            Q(path__in=above)
            | Q(path__startswith=page.path, depth=page.depth + 1, show_in_menus=True)
            | Q(translation_key=page.translation_key, alias_of__isnull=True)
        )
        .exclude(pk=page.pk)
        .select_related("locale")
        .only("title", "url_path", "path", "depth", "translation_key", "locale__language_code")
        .order_by("path")
    )
    found = list(rows)
    return Around(
        above=[*(each for each in found if each.path in above), page],
        below=[each for each in found if len(each.path) > len(page.path) and _is_below(each, page)],
        translations=[each for each in found if each.translation_key == page.translation_key],
    )


def _is_below(each: Page, page: Page) -> bool:
    return bool(each.path.startswith(page.path)) and each.depth == page.depth + 1


def _moved(path: str, locale: str) -> Moved:
    found = resolve(default_site(), links.prefix_of(locale) + path)
    if found is None:
        raise NotFound("There is no such page.")
    return found
