"""A collection is given a rule, or back into a person's hands."""

from datetime import datetime
from typing import Any

from django.db import connection, transaction

from commerce.catalogue.exceptions import TooManyMembers
from commerce.catalogue.models import Collection, CollectionMember
from commerce.catalogue.policies import require_may
from commerce.catalogue.rules import read
from commerce.catalogue.rules.conditions import order
from commerce.catalogue.rules.references import require_known
from commerce.catalogue.services import collections, membership

MOST_BY_HAND = 500
_NUMBER = """
  UPDATE catalogue_collectionmember m SET position = placed.place, is_pinned = false
  FROM (SELECT m.id, row_number() OVER (
      ORDER BY m.is_pinned DESC, CASE WHEN m.is_pinned THEN m.position END, {order}) - 1 AS place
    FROM catalogue_collectionmember m JOIN catalogue_product p ON p.id = m.product_id
    WHERE m.collection_id = %s AND NOT m.is_excluded) placed
  WHERE m.id = placed.id
"""


@transaction.atomic
def set_rule(*, collection_id: int, rule: Any, by: Any, at: datetime) -> Collection:
    """Let a rule fill the collection from now on; `commerce.catalogue.rules` has its shape.

    Who no longer fits goes and who fits comes; pinned ones stay, excluded ones stay away. Of a
    collection that a person filled, those stay whom the rule chooses too.

    :raises NotYourCatalogue: when the person may not change collections.
    :raises RuleRefused: when the rule is none; its pointer says where.
    """
    require_may(by, "change", "collection")
    wanted = read(rule)
    require_known(wanted)
    collection = collections.locked(collection_id)
    before = _said(collection)
    if collection.kind == Collection.Kind.MANUAL:
        members = CollectionMember.objects.filter(collection=collection)
        members.update(is_pinned=False, position=0)
    collection.kind, collection.rule = Collection.Kind.RULE, wanted.as_json()
    ruled = membership.Ruled(collection.pk, wanted)
    moved = membership.settle([ruled], product_ids=None, at=at)[collection.pk]
    if before != _said(collection) or moved:
        collection.save(update_fields=["kind", "rule", "updated_at"])
        after = _said(collection)
        collections.record("collection.rule_set", collection, by, at, before, after, moved)
    return collection


@transaction.atomic
def fill_by_hand(*, collection_id: int, by: Any, at: datetime) -> Collection:
    """Take the rule away and keep the products as they are shown now, in that order.

    :raises NotYourCatalogue: when the person may not change collections.
    :raises TooManyMembers: when more than 500 products are in it.
    """
    require_may(by, "change", "collection")
    collection = collections.locked(collection_id)
    if collection.kind == Collection.Kind.MANUAL:
        return collection
    members = CollectionMember.objects.filter(collection=collection, is_excluded=False)
    if members.count() > MOST_BY_HAND:
        raise TooManyMembers(
            f"A person keeps at most {MOST_BY_HAND} products in order; narrow the rule first.",
            pointer="/kind",
        )
    before = _said(collection)
    _number(collection, at)
    collection.kind, collection.rule = Collection.Kind.MANUAL, {}
    collection.save(update_fields=["kind", "rule", "updated_at"])
    after = _said(collection)
    return collections.record("collection.rule_taken", collection, by, at, before, after, [])


def _number(collection: Collection, at: datetime) -> None:
    ordered, params = order(collection.sort, at=at)
    with connection.cursor() as cursor:
        cursor.execute(_NUMBER.format(order=ordered), [*params, collection.pk])


def _said(collection: Collection) -> dict[str, Any]:
    return {"kind": str(collection.kind), "rule": collection.rule}
