"""Rows of products for pages: any number of them in one statement."""

from dataclasses import dataclass
from typing import Any

import orjson
from django.db.models import Case, CharField, IntegerField, QuerySet, Value, When
from django.utils import timezone

from commerce.storefront.models import ProductDocument

COLUMNS = ("rail_key", "rail_place", "published_at", "product_id", "item")


@dataclass(frozen=True)
class Question:
    """What a rail shows: `source` is products, collection, category, vendor, newest or on_sale."""

    source: str
    limit: int = 8
    product_ids: tuple[int, ...] = ()
    target_id: int | None = None


def items(
    questions: dict[str, Question], *, locale: str, currency: str
) -> dict[str, list[dict[str, Any]]]:
    """Return the items that answer each question, by its key; only what shoppers may see."""
    answers: dict[str, list[dict[str, Any]]] = {key: [] for key in questions}
    servable = _servable(locale, currency)
    rails = [_rail(servable, key, asked) for key, asked in questions.items()]
    if not rails:
        return answers
    first, *rest = rails
    rows = first.union(*rest, all=True) if rest else first
    for key, _, _, _, item in sorted(rows, key=_in_order):
        answers[key].append(orjson.loads(item))
    return answers


def _in_order(row: Any) -> tuple[str, int, float, int]:
    key, place, published_at, product_id, _ = row
    return key, place, -published_at.timestamp(), -product_id


def _servable(locale: str, currency: str) -> QuerySet[ProductDocument]:
    return ProductDocument.objects.filter(
        locale=locale,
        currency=currency,
        product__is_public=True,
        product__status="approved",
        vendor__status="approved",
        vendor__is_open=True,
    ).exclude(price_valid_until__lte=timezone.now())


def _rail(servable: QuerySet[ProductDocument], key: str, asked: Question) -> Any:
    rows = servable
    place: Any = Value(0, output_field=IntegerField())
    order: tuple[str, ...] = ("-published_at", "-product_id")
    if asked.source == "products":
        rows = rows.filter(product_id__in=asked.product_ids)
        whens = [When(product_id=pk, then=Value(n)) for n, pk in enumerate(asked.product_ids)]
        place = Case(*whens, default=Value(999), output_field=IntegerField())
        order = ("rail_place",)
    elif asked.source == "collection":
        rows = rows.filter(collection_ids__contains=[asked.target_id])
    elif asked.source == "category":
        rows = rows.filter(category_ids__contains=[asked.target_id])
    elif asked.source == "vendor":
        rows = rows.filter(vendor_id=asked.target_id)
    elif asked.source == "on_sale":
        rows = rows.filter(on_sale=True)
    named = rows.annotate(rail_key=Value(key, output_field=CharField()), rail_place=place)
    return named.order_by(*order).values_list(*COLUMNS)[: asked.limit]
