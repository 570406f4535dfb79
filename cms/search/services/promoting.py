"""Promoted results: written by editors, shown while shoppers may see them."""

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from django.db import IntegrityError, transaction
from wagtail.models import Locale, Page

from cms.core import links
from cms.navigation.selectors.trees import Tree
from cms.search.models import Promotion, normal
from cms.search.selectors import promotions
from cms.search.services import wire
from commerce.storefront.selectors import rails


@transaction.atomic
def promote(*, words: str, locale: Locale, position: int = 0, **target: Any) -> Promotion:
    """Promote a `page`, a `product` or a `collection` for these words.

    :raises ValidationError: when there are no words, not one target, or it is promoted already.
    """
    found = Promotion(words=words, locale=locale, position=position, **target)
    found.full_clean()
    found.save()
    return found


def compare_anew() -> int:
    """Take down the words of what is promoted as searches are compared now; return how many changed.

    What is promoted already for what are the same words by now stays behind, and is not shown twice.
    """
    changed = 0
    for each in Promotion.objects.order_by("pk"):
        wanted = normal(each.words)
        if wanted in ("", each.normal):
            continue
        same = Promotion.objects.filter(pk=each.pk, words=each.words)
        with suppress(IntegrityError), transaction.atomic():
            changed += same.update(normal=wanted)
    return changed


def shown(
    spellings: Iterable[str | None], *, tree: Tree | None, locale: str, currency: str
) -> list[wire.Result]:
    """Return what is promoted and public, as results in their order.

    One statement; one more where products are promoted, two where pages are.
    """
    chosen = promotions.named(spellings, locale=locale)
    pages = _pages({each.page_id for each in chosen if each.page_id}, tree)
    products = _products([each.product_id for each in chosen if each.product_id], locale, currency)
    found = (_result(each, pages, products) for each in chosen)
    return [each for each in found if each is not None][: promotions.MOST]


def _result(each: Promotion, pages: dict[int, Any], products: dict[int, Any]) -> Any:
    if each.page_id is not None:
        return pages.get(each.page_id)
    if each.product_id is not None:
        return products.get(each.product_id)
    is_public = each.collection is not None and each.collection.is_public
    return wire.collection_result(each.collection) if is_public else None


def _pages(ids: set[int], tree: Tree | None) -> dict[int, Any]:
    if not ids or tree is None:
        return {}
    rows = Page.objects.live().filter(links.unrestricted(), pk__in=ids, path__startswith=tree.path)
    return wire.page_results(rows, tree)


def _products(ids: list[int], locale: str, currency: str) -> dict[int, Any]:
    asked = {str(pk): rails.Question(source="products", product_ids=(pk,), limit=1) for pk in ids}
    found = rails.items(asked, locale=locale, currency=currency)
    return {int(pk): wire.product_result(items[0]) for pk, items in found.items() if items}
