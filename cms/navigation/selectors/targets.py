"""Where items lead: a statement for each kind of thing, however many there are."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Q
from wagtail.models import Page

from cms.core import documents, links
from cms.navigation.selectors.trees import trees
from commerce.catalogue.models import Collection, Product
from commerce.catalogue.selectors import categories
from commerce.partner.models import Partner

Ref = tuple[str, int]


@dataclass(frozen=True)
class Target:
    """A public thing: its own title, and its path in the shop."""

    label: str
    url: str


def resolve(refs: Iterable[Ref], *, locale: str) -> dict[Ref, Target]:
    """Return what `("page", 7)`, `("vendor", 3)` … stand for; what is not public is left out.

    A page is taken in the language, where it is translated and public in it; else it is named by its
    full address, whose path names its language.
    """
    ids: dict[str, set[int]] = {}
    for kind, pk in refs:
        ids.setdefault(kind, set()).add(pk)
    found: dict[Ref, Target] = {}
    for kind, wanted in ids.items():
        resolved = _KINDS[kind](wanted, locale)
        found |= {(kind, pk): target for pk, target in resolved.items()}
    return found


def _pages(ids: set[int], locale: str) -> dict[int, Target]:
    chosen = Page.objects.filter(pk__in=ids).values("translation_key")
    ours = trees()
    rows = ours.pages().filter(
        Q(pk__in=ids) | Q(translation_key__in=chosen, locale__language_code=locale)
    )
    paths = {page.pk: (page, tree) for page in rows if (tree := ours.of(page))}
    translated = {
        page.translation_key: page.pk for page, tree in paths.values() if tree.locale == locale
    }
    found = {}
    for pk in ids & paths.keys():
        page, tree = paths[translated.get(paths[pk][0].translation_key, pk)]
        found[pk] = Target(page.title, links.way_to(page.url_path, tree.locale, asked=locale))
    return found


def _collections(ids: set[int], locale: str) -> dict[int, Target]:
    rows = Collection.objects.filter(pk__in=ids, is_public=True)
    return {each.pk: Target(each.title, f"/collections/{each.slug}/") for each in rows}


def _categories(ids: set[int], locale: str) -> dict[int, Target]:
    rows = categories.public().filter(pk__in=ids)
    return {each.pk: Target(each.name, f"/categories/{each.slug}/") for each in rows}


def _vendors(ids: set[int], locale: str) -> dict[int, Target]:
    rows = Partner.objects.trading().filter(pk__in=ids)  # type: ignore[attr-defined]
    return {each.pk: Target(each.name, f"/vendors/{each.slug}/") for each in rows}


def _products(ids: set[int], locale: str) -> dict[int, Target]:
    rows = Product.objects.on_sale_anywhere().filter(pk__in=ids)
    return {each.pk: Target(each.title, f"/products/{each.slug}/") for each in rows}


def _documents(ids: set[int], locale: str) -> dict[int, Target]:
    return {pk: Target(each.title, each.url) for pk, each in documents.filed(ids).items()}


_KINDS: dict[str, Callable[[set[int], str], dict[int, Target]]] = {
    "page": _pages,
    "collection": _collections,
    "category": _categories,
    "vendor": _vendors,
    "product": _products,
    "document": _documents,
}
