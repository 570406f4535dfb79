"""Everything a search engine may know, section by section, by ascending keys.

Reading a page of it costs as many rows as it shows, wherever it begins; only `count` reads all.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Concat
from wagtail.models import Page, get_page_models

from cms.collections.models import CollectionPage
from cms.core.originals import in_own_words
from cms.navigation.selectors.trees import trees
from cms.navigation.selectors.walking import Part, Section, whole_number
from commerce.catalogue.models import Collection
from commerce.catalogue.selectors import categories
from commerce.partner.models import Partner
from commerce.storefront.selectors import conditions

Entry = dict[str, Any]
NAMES = ("page", "category", "collection", "vendor", "product")
NOINDEX = "is_noindex"
_PAGE = ("path", "url_path", "translation_key", "last_published_at")
_PUBLIC = """
  FROM catalogue_product p
  JOIN partner_partner s ON s.id = p.vendor_id AND s.status = 'approved' AND s.is_open
"""
_SOLD = f"""
  {_PUBLIC}
  CROSS JOIN LATERAL (
    SELECT max(d.updated_at) AS at, array_agg(DISTINCT d.locale::text) AS locales
    FROM storefront_productdocument d WHERE d.product_id = p.id AND {conditions.CURRENT}
  ) sold
  WHERE p.is_public AND p.status = 'approved' AND sold.locales IS NOT NULL
"""
_COUNT = f"""
  SELECT count(*) {_PUBLIC} WHERE p.is_public AND p.status = 'approved' AND EXISTS (
    SELECT 1 FROM storefront_productdocument d
    WHERE d.product_id = p.id AND {conditions.CURRENT}
  )
"""


class Sitemap:
    """The entries of the shop's own site; two statements to begin with."""

    def __init__(self) -> None:
        self._trees = trees()
        self._pages = in_own_words(_indexed(self._trees.pages())).only(*_PAGE)

    def sections(self) -> list[Section]:
        """Return the sections, in the order of `NAMES`; each is read in one statement, pages in two."""
        return [
            Section("page", _reader(self._pages, self._page_entries)),
            Section("category", _reader(categories.public(), _category_entries)),
            Section("collection", _reader(self._collections(), _collection_entries)),
            Section("vendor", _reader(_vendors(), _vendor_entries)),
            Section("product", _read_products),
        ]

    def count(self) -> int:
        """Return how many entries there are; five statements."""
        listed: list[QuerySet[Any]] = [
            self._pages, categories.public(), self._collections(), _vendors(),
        ]  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute(_COUNT)
            return int(cursor.fetchone()[0]) + sum(rows.count() for rows in listed)

    def _page_entries(self, pages: list[Page]) -> list[Entry]:
        keys = {page.translation_key for page in pages}
        known: dict[Any, list[dict[str, str]]] = defaultdict(list)
        for page in self._pages.filter(translation_key__in=keys).order_by("locale_id", "pk"):
            if tree := self._trees.of(page):
                place = {"locale": tree.locale, "path": tree.path_of(page)}
                known[page.translation_key].append(place)
        return [
            _entry("page", place["path"], place["locale"], page.last_published_at,
                   [each for each in known[page.translation_key] if each != place])
            for page in pages
            if (tree := self._trees.of(page))
            and (place := {"locale": tree.locale, "path": tree.path_of(page)})
        ]  # fmt: skip

    def _collections(self) -> QuerySet[Collection]:
        """Return the public collections, but for those whose address has a page of its own."""
        tree = self._trees.by_locale.get(settings.LANGUAGE_CODE)
        at = Concat(
            Value(f"{tree.url_path if tree else '/'}collections/"), OuterRef("slug"), Value("/")
        )
        told = CollectionPage.objects.live().filter(collection=OuterRef("pk"), url_path=at)
        return Collection.objects.filter(~Exists(told), is_public=True)


def _indexed(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Leave out the pages of which search engines shall not know."""
    for model in get_page_models():
        if any(field.name == NOINDEX for field in model._meta.get_fields()):
            hidden = model.objects.filter(pk=OuterRef("pk"), **{NOINDEX: True})
            pages = pages.filter(~Exists(hidden))
    return pages


def _vendors() -> QuerySet[Partner]:
    found: QuerySet[Partner] = Partner.objects.trading()  # type: ignore[attr-defined]
    return found


def _reader(
    rows: QuerySet[Any], written: Callable[[list[Any]], list[Entry]]
) -> Callable[[str | None, int, bool], Part]:
    def read(key: str | None, most: int, backwards: bool) -> Part:
        found = rows.order_by("-pk" if backwards else "pk")
        if key is not None:
            found = found.filter(**{"pk__lt" if backwards else "pk__gt": whole_number(key)})
        return _part([(each.pk, each) for each in found[: most + 1]], most, backwards, written)

    return read


def _read_products(key: str | None, most: int, backwards: bool) -> Part:
    where, params = "", []
    if key is not None:
        where, params = f"AND p.id {'<' if backwards else '>'} %s", [whole_number(key)]
    way = "DESC" if backwards else "ASC"
    sql = f"SELECT p.id, p.slug, sold.at, sold.locales {_SOLD} {where} ORDER BY p.id {way} LIMIT %s"
    with connection.cursor() as cursor:
        cursor.execute(sql, [*params, most + 1])
        rows = [(row[0], row) for row in cursor.fetchall()]
    return _part(rows, most, backwards, _product_entries)


def _part(
    rows: list[tuple[int, Any]], most: int, backwards: bool,
    written: Callable[[list[Any]], list[Entry]],
) -> Part:  # fmt: skip
    has_more, rows = len(rows) > most, rows[:most]
    if not rows:
        return Part([])
    if backwards:
        rows.reverse()
    entries = written([row for _, row in rows])
    return Part(entries, str(rows[0][0]), str(rows[-1][0]), has_more)


def _entry(
    kind: str, path: str, locale: str, at: datetime | None, alternates: list[dict[str, str]]
) -> Entry:
    return {
        "path": path, "locale": locale, "type": kind, "updated_at": at, "alternates": alternates,
    }  # fmt: skip


def _of_shop(
    kind: str, path: str, at: datetime | None, locales: Iterable[str] | None = None
) -> Entry:
    """Return an entry of something that has one path in every language."""
    known = [each for each in settings.SHOP_LOCALES if locales is None or each in locales]
    first = settings.LANGUAGE_CODE if settings.LANGUAGE_CODE in known else known[0]
    return _entry(
        kind, path, first, at, [{"locale": each, "path": path} for each in known if each != first]
    )


def _category_entries(rows: list[Any]) -> list[Entry]:
    return [_of_shop("category", f"/categories/{each.slug}/", None) for each in rows]


def _collection_entries(rows: list[Any]) -> list[Entry]:
    return [_of_shop("collection", f"/collections/{each.slug}/", each.updated_at) for each in rows]


def _vendor_entries(rows: list[Any]) -> list[Entry]:
    return [_of_shop("vendor", f"/vendors/{each.slug}/", None) for each in rows]


def _product_entries(rows: list[Any]) -> list[Entry]:
    return [_of_shop("product", f"/products/{row[1]}/", row[2], row[3]) for row in rows]
