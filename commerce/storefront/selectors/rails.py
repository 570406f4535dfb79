"""Rows of products for pages: any number of them in one statement."""

from dataclasses import dataclass
from typing import Any

import orjson
from django.db.models import (
    Case,
    CharField,
    DecimalField,
    Exists,
    F,
    FilteredRelation,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Cast, Lower
from django.utils import timezone

from commerce.catalogue.models import CollectionMember
from commerce.storefront.models import ProductDocument

ORDER = ("rail_key", "rail_part", "rail_place", "rail_name", "-published_at", "-product_id")
COLUMNS = (*(each.removeprefix("-") for each in ORDER), "item")
NUMBER = DecimalField(max_digits=20, decimal_places=2)
NEWEST = ("-published_at", "-product_id")
SORTS: dict[str, Any] = {
    "price": F("price_min"),
    "-price": -F("price_min"),
    "popularity": -F("popularity"),
}


@dataclass(frozen=True)
class Question:
    """What a rail shows: `source` is products, collection, category, vendor, newest or on_sale.

    `order` is that of the collection: `position` or a sort, behind what is pinned.
    """

    source: str
    limit: int = 8
    product_ids: tuple[int, ...] = ()
    target_id: int | None = None
    order: str = "newest"


def items(
    questions: dict[str, Question], *, locale: str, currency: str
) -> dict[str, list[dict[str, Any]]]:
    """Return the items that answer each question, by its key; only what shoppers may see."""
    answers: dict[str, list[dict[str, Any]]] = {key: [] for key in questions}
    servable = _servable(locale, currency)
    rails = [
        rows.annotate(rail_key=Value(key, output_field=CharField())).values_list(*COLUMNS)[:limit]
        for key, asked in questions.items()
        for limit in [asked.limit]
        for rows in _parts(servable, asked)
    ]
    if not rails:
        return answers
    first, *rest = rails
    rows = first.union(*rest, all=True).order_by(*ORDER) if rest else first
    for key, *_, item in rows:
        if len(answers[key]) < questions[key].limit:
            answers[key].append(orjson.loads(item))
    return answers


def _servable(locale: str, currency: str) -> QuerySet[ProductDocument]:
    return ProductDocument.objects.filter(
        locale=locale,
        currency=currency,
        product__is_public=True,
        product__status="approved",
        vendor__status="approved",
        vendor__is_open=True,
    ).exclude(price_valid_until__lte=timezone.now())


def _parts(servable: QuerySet[ProductDocument], asked: Question) -> list[QuerySet[Any]]:
    if asked.source == "collection":
        return _collection(servable, asked)
    rows = servable
    if asked.source == "products":
        rows = rows.filter(product_id__in=asked.product_ids)
        whens = [When(product_id=pk, then=Value(n)) for n, pk in enumerate(asked.product_ids)]
        place = Case(*whens, default=Value(999), output_field=IntegerField())
        return [_placed(rows, 0, place).order_by("rail_place")]
    if asked.source == "category":
        rows = rows.filter(category_ids__contains=[asked.target_id])
    elif asked.source == "vendor":
        rows = rows.filter(vendor_id=asked.target_id)
    elif asked.source == "on_sale":
        rows = rows.filter(on_sale=True)
    return [_placed(rows, 0).order_by(*NEWEST)]


def _collection(servable: QuerySet[ProductDocument], asked: Question) -> list[QuerySet[Any]]:
    ours = Q(product__memberships__collection_id=asked.target_id)
    rows: Any = servable.annotate(member=FilteredRelation("product__memberships", condition=ours))
    rows = _placed(rows.filter(member__is_excluded=False), 0, F("member__position"))
    if asked.order == "position":
        return [rows.order_by("rail_place", *NEWEST)]
    members = CollectionMember.objects.filter(collection=asked.target_id)  # type: ignore[misc]
    picked = members.filter(
        Q(is_pinned=True) | Q(is_excluded=True), product_id=OuterRef("product_id")
    )
    pinned = rows.filter(member__is_pinned=True).order_by("rail_place", *NEWEST)
    others = servable.filter(~Exists(picked), collection_ids__contains=[asked.target_id])
    return [pinned, _sorted(others, asked.order)]


def _sorted(rows: QuerySet[Any], order: str) -> QuerySet[Any]:
    if order == "title":
        return _placed(rows, 1, name=Lower("title")).order_by("rail_name", *NEWEST)
    key = SORTS.get(order)
    if key is None:
        return _placed(rows, 1).order_by(*NEWEST)
    return _placed(rows, 1, key).order_by(key, *NEWEST)


def _placed(rows: QuerySet[Any], part: int, place: Any = None, *, name: Any = None) -> Any:
    return rows.annotate(
        rail_part=Value(part, output_field=IntegerField()),
        rail_place=Cast(Value(0) if place is None else place, NUMBER),
        rail_name=Value("", output_field=CharField()) if name is None else name,
    )
