"""What a person picks in a collection with a rule: pinned first, excluded never shown.

A pinned product is in the collection whether the rule chooses it or not.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction

from commerce.catalogue.exceptions import (
    CollectionFilledByHand,
    PinnedAndExcluded,
    TooManyMembers,
    UnknownProducts,
)
from commerce.catalogue.models import Collection, CollectionMember, Product
from commerce.catalogue.policies import require_may
from commerce.catalogue.rules import stored
from commerce.catalogue.services import collections, membership

MOST = 500


class Picks(NamedTuple):
    """Keys of products: the pinned in their order, and the excluded."""

    pinned: list[int]
    excluded: list[int]


@transaction.atomic
def set_picks(
    *, collection_id: int, pinned: Sequence[int], excluded: Sequence[int], by: Any, at: datetime
) -> Collection:
    """Pin these products, in this order, exclude those, and no others.

    :raises NotYourCatalogue: when the person may not change collections.
    :raises CollectionFilledByHand: when no rule fills it.
    :raises PinnedAndExcluded: when one product is both.
    :raises UnknownProducts: when one of the products does not exist.
    """
    return _change(collection_id, lambda _: Picks(list(pinned), list(excluded)), by, at)


def pin(*, collection_id: int, product_id: int, by: Any, at: datetime) -> Collection:
    """Pin the product behind those pinned; an excluded one is let in again."""
    return _change(
        collection_id,
        lambda was: Picks([*was.pinned, product_id], _without(was.excluded, product_id)),
        by,
        at,
    )


def unpin(*, collection_id: int, product_id: int, by: Any, at: datetime) -> Collection:
    """Let the rule alone decide about the product."""
    return _change(
        collection_id, lambda was: was._replace(pinned=_without(was.pinned, product_id)), by, at
    )


def exclude(*, collection_id: int, product_id: int, by: Any, at: datetime) -> Collection:
    """Never show the product, whatever the rule is; a pinned one loses its pin."""
    return _change(
        collection_id,
        lambda was: Picks(_without(was.pinned, product_id), [*was.excluded, product_id]),
        by,
        at,
    )


def include(*, collection_id: int, product_id: int, by: Any, at: datetime) -> Collection:
    """Let the rule decide about an excluded product."""
    return _change(
        collection_id, lambda was: was._replace(excluded=_without(was.excluded, product_id)), by, at
    )


@transaction.atomic
def _change(
    collection_id: int, wish: Callable[[Picks], Picks], by: Any, at: datetime
) -> Collection:
    require_may(by, "change", "collection")
    collection = collections.locked(collection_id)
    if collection.kind != Collection.Kind.RULE:
        raise CollectionFilledByHand
    before = _picks(collection)
    after = Picks(*(list(dict.fromkeys(each)) for each in wish(before)))
    _require_possible(after)
    if before == after._replace(excluded=sorted(after.excluded)):
        return collection
    moved = _write(collection, before, after, at)
    return collections.record(
        "collection.picks_set", collection, by, at, before._asdict(), after._asdict(), moved
    )


def _write(collection: Collection, before: Picks, after: Picks, at: datetime) -> list[int]:
    about = sorted({pk for picks in (before, after) for some in picks for pk in some})
    shown = _shown(collection, about)
    rows = CollectionMember.objects.filter(collection=collection, product__in=about)
    rows.update(is_pinned=False, is_excluded=False, position=0)
    wanted = [_row(collection, pk, n, is_pinned=True) for n, pk in enumerate(after.pinned, 1)]
    wanted += [_row(collection, pk, 0, is_excluded=True) for pk in after.excluded]
    CollectionMember.objects.bulk_create(
        wanted,
        update_conflicts=True,
        unique_fields=["collection", "product"],
        update_fields=["position", "is_pinned", "is_excluded"],
    )
    rule = stored(collection.rule)
    if rule is not None:
        membership.settle([membership.Ruled(collection.pk, rule)], product_ids=about, at=at)
    return sorted(shown ^ _shown(collection, about))


def _row(collection: Collection, pk: int, position: int, **flags: bool) -> CollectionMember:
    return CollectionMember(collection=collection, product_id=pk, position=position, **flags)


def _shown(collection: Collection, product_ids: Sequence[int]) -> set[int]:
    rows = CollectionMember.objects.filter(collection=collection, is_excluded=False)
    return set(rows.filter(product__in=product_ids).values_list("product_id", flat=True))


def _picks(collection: Collection) -> Picks:
    rows = CollectionMember.objects.filter(collection=collection)
    pinned = rows.filter(is_pinned=True).order_by("position", "pk")
    excluded = rows.filter(is_excluded=True).order_by("product_id")
    return Picks(
        list(pinned.values_list("product_id", flat=True)),
        list(excluded.values_list("product_id", flat=True)),
    )


def _require_possible(picks: Picks) -> None:
    if set(picks.pinned) & set(picks.excluded):
        raise PinnedAndExcluded(pointer="/pinned")
    for name, some in picks._asdict().items():
        if len(some) > MOST:
            raise TooManyMembers(f"At most {MOST} products.", pointer=f"/{name}")
        there = Product.objects.canonical().filter(pk__in=some).values_list("pk", flat=True)
        if set(some) - set(there):
            raise UnknownProducts(pointer=f"/{name}")


def _without(some: Sequence[int], product_id: int) -> list[int]:
    return [each for each in some if each != product_id]
