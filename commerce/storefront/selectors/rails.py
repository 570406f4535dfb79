"""Rows of products and single pieces for pages: any number of them in one statement."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

import orjson
from django.db.models import (
    BigIntegerField,
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

from commerce.catalogue.models import Collection, CollectionMember
from commerce.catalogue.selectors import categories
from commerce.storefront.models import ProductDocument
from commerce.storefront.selectors import looks

ORDER = ("rail_key", "rail_part", "rail_place", "rail_name", "-published_at", "-product_id")
COLUMNS = (*(each.removeprefix("-") for each in ORDER), "item", "piece_id", "sku", "detail")
TEXT = Value("", output_field=CharField())
NUMBER = DecimalField(max_digits=20, decimal_places=2)
NEWEST = ("-published_at", "-product_id")
OF_A_TARGET = ("collection", "category", "vendor")
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


class Shown(NamedTuple):
    """The items that answer each question, by its key, and `{"product", "variant"}` by variant."""

    items: dict[str, list[dict[str, Any]]]
    pieces: dict[int, dict[str, Any]]


def items(
    questions: dict[str, Question], *, locale: str, currency: str
) -> dict[str, list[dict[str, Any]]]:
    """Return the items that answer each question, by its key; only what shoppers may see."""
    return shown(questions, (), locale=locale, currency=currency).items


def shown(
    questions: dict[str, Question], variant_ids: Iterable[int], *, locale: str, currency: str
) -> Shown:
    """Return what shoppers may see of rows of products and of single pieces, in one statement.

    Of a piece `product` is the item of lists, `variant` the one of the product's page.
    """
    found = Shown({key: [] for key in questions}, {})
    for key, *_, item, piece_id, sku, detail in _rows(questions, variant_ids, locale, currency):
        if piece_id:
            found.pieces[piece_id] = looks.told(item, sku, detail)
        elif len(found.items[key]) < questions[key].limit:
            found.items[key].append(orjson.loads(item))
    return found


def _rows(
    questions: dict[str, Question], variant_ids: Iterable[int], locale: str, currency: str
) -> Iterable[Any]:
    servable = _servable(locale, currency)
    parts = [
        _told(rows, key)[: asked.limit]
        for key, asked in questions.items()
        for rows in _parts(servable, asked)
    ]
    if ids := sorted(set(variant_ids)):
        parts.append(_told(_placed(looks.pieces(servable, ids), 0), ""))
    if not parts:
        return ()
    first, *rest = parts
    return first.union(*rest, all=True).order_by(*ORDER) if rest else first  # type: ignore[no-any-return]


def _told(rows: Any, key: str) -> Any:
    """Return a part in the columns that all parts have; only pieces need the whole product."""
    if not key:
        return rows.annotate(
            rail_key=TEXT, piece_id=F("variants__variant_id"), sku=F("variants__sku")
        ).values_list(*COLUMNS)
    nothing = {"piece_id": Value(0, output_field=BigIntegerField()), "sku": TEXT, "whole": TEXT}
    columns = [{"detail": "whole"}.get(each, each) for each in COLUMNS]
    said = Value(key, output_field=CharField())
    return rows.annotate(rail_key=said, **nothing).values_list(*columns)


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
    if not _names_something(asked):
        return []
    if asked.source == "collection":
        return _collection(servable, asked)
    rows = servable
    if asked.source == "products":
        rows = rows.filter(product_id__in=asked.product_ids)
        whens = [When(product_id=pk, then=Value(n)) for n, pk in enumerate(asked.product_ids)]
        place = Case(*whens, default=Value(999), output_field=IntegerField())
        return [_placed(rows, 0, place).order_by("rail_place")]
    if asked.source == "category":
        public = categories.public().filter(pk=asked.target_id)
        rows = rows.filter(Exists(public), category_ids__contains=[asked.target_id])
    elif asked.source == "vendor":
        rows = rows.filter(vendor_id=asked.target_id)
    elif asked.source == "on_sale":
        rows = rows.filter(on_sale=True)
    return [_placed(rows, 0).order_by(*NEWEST)]


def _names_something(asked: Question) -> bool:
    """Return whether there is anything to look for: drafts may name nothing yet."""
    if asked.source == "products":
        return bool(asked.product_ids)
    return asked.source not in OF_A_TARGET or bool(asked.target_id)


def _collection(servable: QuerySet[ProductDocument], asked: Question) -> list[QuerySet[Any]]:
    public = Collection.objects.filter(pk=asked.target_id, is_public=True)  # type: ignore[misc]
    servable = servable.filter(Exists(public))
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
