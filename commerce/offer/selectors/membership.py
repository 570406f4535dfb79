"""Which products are in which ranges."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Left, Length

PARENT_OR_SELF = Coalesce("parent_id", "pk")


def products_of(product_range: Any) -> QuerySet[Any]:
    """Return the products and variants in the range; a variant follows its parent."""
    product = apps.get_model("catalogue", "Product")
    found = product.objects.annotate(family=PARENT_OR_SELF).filter(
        ~Exists(_excluded(product_range))
    )
    if product_range.includes_all_products:
        return found.filter(~_in_categories(product_range, "excluded_categories"))
    return found.filter(
        Exists(_included(product_range))
        | _in_categories(product_range, "included_categories")
        | Exists(_through(product_range, "classes", productclass__products=OuterRef("family")))
        | Exists(_through(product_range, "included_vendors", partner__products=OuterRef("family")))
        | Exists(
            _through(product_range, "included_collections", collection__products=OuterRef("family"))
        )
    )


def members(*, ranges: Iterable[Any], product_ids: Iterable[int]) -> dict[int, frozenset[int]]:
    """Return which of the products are in each range, by its pk, in one query."""
    wanted = sorted(set(product_ids))
    rows = [
        products_of(each).filter(pk__in=wanted).order_by().values_list(Value(each.pk), "pk")
        for each in ranges
    ]
    found: dict[int, set[int]] = defaultdict(set)
    if rows and wanted:
        for range_id, product_id in rows[0].union(*rows[1:], all=True).order_by():
            found[range_id].add(product_id)
    return {range_id: frozenset(ids) for range_id, ids in found.items()}


def _through(product_range: Any, relation: str, **conditions: Any) -> QuerySet[Any]:
    through = getattr(type(product_range), relation).through
    return through.objects.filter(range_id=product_range.pk, **conditions)  # type: ignore[no-any-return]


def _family(product_range: Any, relation: str) -> QuerySet[Any]:
    return _through(product_range, relation).filter(
        Q(product_id=OuterRef("pk")) | Q(product_id=OuterRef("family"))
    )


def _included(product_range: Any) -> QuerySet[Any]:
    return _family(product_range, "included_products")


def _excluded(product_range: Any) -> QuerySet[Any]:
    return _family(product_range, "excluded_products")


def _in_categories(product_range: Any, relation: str) -> Exists:
    above = _through(product_range, relation).filter(
        category__path=Left(OuterRef("category__path"), Length(F("category__path")))
    )
    placed = apps.get_model("catalogue", "ProductCategory").objects
    return Exists(placed.filter(Exists(above), product_id=OuterRef("family")))
