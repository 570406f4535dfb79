"""Finding the page a path names, and the pages around it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.db.models import Case, F, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Concat
from wagtail.models import Page, Site, get_page_models

from cms.core import links, originals
from cms.core.pages import BasePage
from cms.navigation.selectors.redirects import Moved, resolve
from common.exceptions import NotFound


class Near(NamedTuple):
    """A page as others name it; a copy speaks another page's words."""

    pk: int
    translation_key: UUID
    locale: str
    url_path: str
    title: str
    path: str
    is_copy: bool
    is_linked: bool


@dataclass(frozen=True)
class Around:
    """The way to a page (without itself), what is right below it, and its translations.

    `paths` says where the pages are to which it links, by their ids.
    """

    above: list[Near] = field(default_factory=list)
    below: list[Near] = field(default_factory=list)
    translations: list[Near] = field(default_factory=list)
    paths: dict[int, str] = field(default_factory=dict)


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

    A query of the path tells redirects apart, never pages.

    One statement, whatever family the page is of. A page that is not translated is not found in
    the other language. `words_of` is the page whose words a copy still has that has become a
    translation and was not published as one yet.

    :raises NotFound: when there is neither.
    """
    bare = path.partition("?")[0]
    page = (
        served()
        .annotate(root=_root_of(locale), last_act=originals.last_act())
        .filter(
            url_path=Concat(F("root"), Value(bare[1:] if bare.endswith("/") else f"{bare[1:]}/"))
        )
        .select_related("locale", *_families().values())
        .first()
    )
    found = _specific(page) if page is not None else None
    if found is None:
        return _moved(path, locale)
    found.locale = page.locale
    found.words_of = _source_of(page) if page.last_act == originals.BEGUN else None
    return found


@cache
def _families() -> dict[Any, str]:
    """Return how a page leads to itself as one of its family."""
    models = [each for each in get_page_models() if issubclass(each, BasePage)]
    ways = ((each, each._meta.get_ancestor_link(Page)) for each in models)
    return {each: way.remote_field.get_accessor_name() for each, way in ways}


def _specific(page: Page) -> Any:
    way = _families().get(page.specific_class)
    return getattr(page, way) if way is not None else None


def _source_of(page: Page) -> Page | None:
    """Return the page in the shop's own language; one statement."""
    rows = Page.objects.filter(translation_key=page.translation_key).select_related("locale")
    return rows.filter(locale__language_code=settings.LANGUAGE_CODE).first()


def served() -> Any:
    """Return the pages that anyone may see."""
    return Page.objects.live().filter(links.unrestricted())


def _root_of(locale: str) -> Subquery:
    site = Site.objects.filter(is_default_site=True).values("root_page__translation_key")
    roots = Page.objects.live().filter(
        translation_key__in=site, locale__language_code=locale, depth=2
    )
    return Subquery(roots.values("url_path")[:1])


def around(page: Page, *, linked: Iterable[int] = (), locale: str = "") -> Around:
    """Return the live pages around a page and those it links to, in one statement.

    Copies are no translations, nor are those that became one and were not published since.
    """
    step = Page.steplen
    above = [page.path[:end] for end in range(2 * step, len(page.path), step)]
    near = served().filter(
        Q(path__in=above)
        | Q(path__startswith=page.path, depth=page.depth + 1, show_in_menus=True)
        | Q(translation_key=page.translation_key)
    )
    rows = _named(near.exclude(pk=page.pk), is_linked=False)
    if wanted := links.known(linked):
        rows = rows.union(_named(links.linked(wanted, locale=locale), is_linked=True), all=True)
    found = [Near(*row) for row in rows.order_by("path")]
    close = [each for each in found if not each.is_linked]
    aims = (each[: len(links.WAY)] for each in found if each.is_linked)
    return Around(
        above=[each for each in close if each.path in above],
        below=[each for each in close if each.path[:-step] == page.path],
        translations=[
            each
            for each in close
            if each.translation_key == page.translation_key and not each.is_copy
        ],
        paths=links.chosen(aims, wanted, locale=locale),
    )


def _named(pages: Any, *, is_linked: bool) -> Any:
    copied = Q(alias_of__isnull=False) | Q(last_act=originals.BEGUN)
    return pages.annotate(
        last_act=Coalesce(originals.last_act(), Value("")),
        is_copy=Case(When(copied, then=True), default=False),
        is_linked=Value(is_linked),
    ).values_list(*links.WAY, "title", "path", "is_copy", "is_linked")


def _moved(path: str, locale: str) -> Moved:
    found = resolve(default_site(), links.prefix_of(locale) + path)
    if found is None:
        raise NotFound("There is no such page.")
    return found
