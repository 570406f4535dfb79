"""Which of many things shoppers are shown, by the rules of delivery."""

from collections.abc import Iterable, Iterator
from itertools import batched
from typing import Any

from django.conf import settings

from cms.core import documents, links
from cms.delivery.selectors import things
from cms.delivery.services.asking import Asked
from commerce.catalogue.models import Collection, Product
from commerce.catalogue.selectors import categories
from commerce.partner.models import Partner
from commerce.storefront.selectors import rails
from commerce.storefront.selectors.rails import Question

AT_ONCE = 50


class Shown:
    """What is shown, in one language, of everything that the pages of that language ask for.

    `slugs` are the things named by addresses. A statement for each kind of thing; of rows of
    products and of hand-picked products one for every fifty.
    """

    def __init__(self, asked: Iterable[Asked], slugs: dict[str, set[str]], *, locale: str) -> None:
        every = list(asked)
        self.locale = locale
        self.currency = settings.OSCAR_DEFAULT_CURRENCY
        self.pictures = set(things.pictures(_all(each.pictures for each in every)))
        self.pages = set(links.paths(_all(each.pages for each in every), locale=locale))
        self.documents = set(documents.filed(_all(each.documents for each in every)))
        self.forms = set(things.forms(_all(each.forms for each in every)))
        self.pieces = set(self._pieces(_all(each.pieces for each in every)))
        self.named = keys(slugs)
        named = self.named
        collections, vendors = things.named(
            collections=_all(e.collections for e in every) | set(named["collections"].values()),
            vendors=_all(e.vendors for e in every) | set(named["vendors"].values()),
        )
        self.collections = {pk for pk, each in collections.items() if each.is_shown}
        self.vendors = {pk for pk, each in vendors.items() if each.is_shown}
        questions = {rail for each in every for rail in each.rails}
        self.products = self._products(questions, set(named["products"].values()))
        self.rails = self._rails(questions)

    def has(self, kind: str, slug: str) -> bool:
        """Return whether shoppers are shown the thing that an address names."""
        pk = self.named[kind].get(slug)
        if kind == "categories":
            return pk is not None
        return pk in getattr(self, kind)

    def _pieces(self, ids: set[int]) -> dict[int, Any]:
        return rails.shown({}, ids, locale=self.locale, currency=self.currency).pieces

    def _products(self, questions: set[Question], more: set[int]) -> set[int]:
        ids = {pk for each in questions for pk in each.product_ids} | more
        keys = dict(Product.objects.canonical().filter(pk__in=ids).values_list("slug", "pk"))
        asked = {
            str(number): Question("products", limit=AT_ONCE, product_ids=tuple(some))
            for number, some in enumerate(batched(sorted(ids), AT_ONCE))
        }
        found = self._answers(asked, at_once=1)
        return {keys[item["slug"]] for items in found for item in items if item["slug"] in keys}

    def _rails(self, questions: set[Question]) -> set[tuple[str, int]]:
        """Return the sources of rows that show something, such as `("vendor", 7)`."""
        aimed = {(each.source, each.target_id) for each in questions if each.target_id is not None}
        places = sorted(aimed)
        asked = {
            str(number): Question(source, limit=1, target_id=target)
            for number, (source, target) in enumerate(places)
        }
        answers = self._answers(asked, at_once=AT_ONCE)
        return {place for place, items in zip(places, answers, strict=True) if items}

    def _answers(self, asked: dict[str, Question], *, at_once: int) -> Iterator[Any]:
        for some in batched(asked.items(), at_once):
            found = rails.items(dict(some), locale=self.locale, currency=self.currency)
            yield from (found[key] for key, _ in some)


def _all(sets: Iterable[set[int]]) -> set[int]:
    return set().union(*sets)


def keys(slugs: dict[str, set[str]]) -> dict[str, dict[str, int]]:
    """Return the keys of the things that addresses name, by kind and slug."""
    rows: dict[str, Any] = {
        "products": Product.objects.canonical(),
        "collections": Collection.objects.all(),
        "categories": categories.public(),
        "vendors": Partner.objects.all(),
    }
    return {
        kind: dict(found.filter(slug__in=slugs[kind]).values_list("slug", "pk"))
        if slugs.get(kind) else {}
        for kind, found in rows.items()
    }  # fmt: skip
