"""Whose answers change with a page: what is above it, its translations, and what points at it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import Page, ReferenceIndex

from cms.navigation.models import Menu, SiteSettings
from cms.publishing.models import PagePresence
from cms.publishing.selectors import presence

Pointers = set[tuple[str, int]]
_KINDS = {"page": Page, "menu": Menu, "site": SiteSettings}


@dataclass(frozen=True)
class Around:
    """Who else shows a page: pages, its translations first; keys of menus; the shop about itself."""

    pages: list[PagePresence] = field(default_factory=list)
    menus: list[str] = field(default_factory=list)
    site: bool = False


def above(path: str) -> str:
    """Return the path of the page above a path; nothing for the front page."""
    return path.rstrip("/").rpartition("/")[0] + "/" if path != "/" else ""


def around(pages: Iterable[PagePresence]) -> dict[int, Around]:
    """Return who else shows each page, by its id.

    A link to a page follows it into the reader's language: what points at any of its translations
    counts, and so do its aliases. Six statements, however many pages there are.
    """
    asked = list(pages)
    family = _families({each.translation_key for each in asked})
    pointers = _pointers({pk for members in family.values() for pk in members})
    by_key = {
        key: set().union(*(pointers.get(pk, set()) for pk in members))
        for key, members in family.items()
    }
    menus = _Menus(pk for found in by_key.values() for kind, pk in found if kind == "menu")
    ids = {pk for found in by_key.values() for kind, pk in found if kind == "page"}
    seen = presence.seen(Q(page_id__in=ids) | Q(translation_key__in=by_key))
    return {
        each.page_id: _around(each, by_key[each.translation_key], seen, menus) for each in asked
    }


def _around(
    page: PagePresence, pointers: Pointers, seen: list[PagePresence], menus: "_Menus"
) -> Around:
    ids = {pk for kind, pk in pointers if kind == "page"}
    others = [each for each in seen if each.page_id != page.page_id]
    translations = [each for each in others if each.translation_key == page.translation_key]
    keys = menus.keys(pk for kind, pk in pointers if kind == "menu")
    return Around(
        pages=[*translations, *(each for each in others if each.page_id in ids)],
        menus=sorted(keys),
        site=any(kind == "site" for kind, _ in pointers) or bool(keys & menus.offered),
    )


class _Menus:
    """Keys of menus, and which of them are offered where no page is."""

    def __init__(self, ids: Iterable[int]) -> None:
        rows = Menu.objects.filter(pk__in=set(ids))
        self._keys: dict[int, str] = dict(rows.values_list("pk", "key"))
        chosen = SiteSettings.objects.filter(not_found_menu__isnull=False)
        self.offered = set(chosen.values_list("not_found_menu__key", flat=True))

    def keys(self, ids: Iterable[int]) -> set[str]:
        """Return the keys of these menus that are still there."""
        return {self._keys[pk] for pk in ids if pk in self._keys}


def _families(keys: set[UUID]) -> dict[UUID, set[int]]:
    found: dict[UUID, set[int]] = {key: set() for key in keys}
    rows = Page.objects.filter(translation_key__in=keys)
    for key, pk in rows.values_list("translation_key", "pk"):
        found[key].add(pk)
    return found


def _pointers(ids: set[int]) -> dict[int, Pointers]:
    """Return what points at each page, as `(page|menu|site, its key)`."""
    types = ContentType.objects.get_for_models(*_KINDS.values())
    kinds = {types[model].pk: kind for kind, model in _KINDS.items()}
    rows: Any = ReferenceIndex.objects.filter(
        to_content_type=types[Page],
        to_object_id__in=[str(each) for each in ids],
        base_content_type__in=kinds,
    ).values_list("to_object_id", "base_content_type_id", "object_id")
    found: dict[int, Pointers] = {}
    for to, kind, pk in rows:
        found.setdefault(int(to), set()).add((kinds[kind], int(pk)))
    for to, pk in Page.objects.filter(alias_of__in=ids).values_list("alias_of_id", "pk"):
        found.setdefault(to, set()).add(("page", pk))
    return found
