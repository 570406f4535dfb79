"""Who is in the collections with a rule: kept in rows, settled by differences only.

One transaction at a time decides: `take_turn` comes before every other lock of collections.
A settled membership tells `collection.changed` with the products that came or went, and those
alone have their documents rebuilt.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import batched
from typing import Any, NamedTuple

import structlog
from django.db import connection, transaction

from commerce.catalogue.models import Collection
from commerce.catalogue.rules import Rule, stored
from commerce.catalogue.rules.conditions import condition
from commerce.catalogue.services import changes

log = structlog.get_logger(__name__)
LOCK = 7_210_513
MEMORY = "256MB"
RULES_AT_ONCE = 25
_WANTED = """
  SELECT %s::bigint AS collection_id, p.id AS product_id FROM catalogue_product p
  WHERE p.structure <> 'child' AND {these} AND ({rule})
"""
_SETTLE = """
  WITH wanted AS MATERIALIZED ({wanted}), gone AS (
    DELETE FROM catalogue_collectionmember m
    WHERE m.collection_id = ANY(%s::bigint[]) AND {these}
      AND NOT m.is_pinned AND NOT m.is_excluded
      AND (m.collection_id, m.product_id) NOT IN (SELECT w.collection_id, w.product_id FROM wanted w)
    RETURNING m.collection_id, m.product_id
  ), came AS (
    INSERT INTO catalogue_collectionmember
      (collection_id, product_id, position, is_pinned, is_excluded)
    SELECT w.collection_id, p.id, 0, false, false
    FROM wanted w CROSS JOIN LATERAL
      (SELECT id FROM catalogue_product WHERE id = w.product_id FOR KEY SHARE) p
    WHERE (w.collection_id, w.product_id) NOT IN
      (SELECT m.collection_id, m.product_id FROM catalogue_collectionmember m
        WHERE m.collection_id = ANY(%s::bigint[]) AND {these})
    ON CONFLICT DO NOTHING
    RETURNING collection_id, product_id
  )
  SELECT collection_id, product_id FROM gone UNION ALL SELECT * FROM came
"""


class Ruled(NamedTuple):
    """A collection with its rule."""

    collection_id: int
    rule: Rule


def take_turn() -> None:
    """Wait until no other transaction changes who is in collections, and be the one that does.

    The transaction may hash who is in them in memory: what does not fit is compared one by one.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(%s), set_config('work_mem', %s, true)", [LOCK, MEMORY]
        )


@transaction.atomic
def refresh_products(*, product_ids: Iterable[int], at: datetime) -> None:
    """Settle whether these products are in each collection with a rule; touch no other product."""
    take_turn()
    ids = sorted(set(product_ids))
    if ids:
        _settle_all(_ruled(), ids, at)


@transaction.atomic
def refresh_collection(*, collection_id: int, at: datetime) -> int:
    """Settle a collection with a rule against all products; return how many came or went."""
    take_turn()
    return _settle_all(_ruled(pk=collection_id), None, at)


def refresh_timed(*, at: datetime) -> int:
    """Settle the collections whose products come and go by time; return how many did."""
    return sum(
        refresh_collection(collection_id=each.collection_id, at=at)
        for each in _ruled()
        if each.rule.is_timed
    )


def settle(ruled: Sequence[Ruled], *, product_ids: Sequence[int] | None, at: datetime) -> Any:
    """Write the differences, of these products or of all, and return who moved by collection.

    Pinned and excluded rows stay as they are. The caller has taken the turn.
    """
    moved: dict[int, list[int]] = defaultdict(list)
    for some in batched(ruled, RULES_AT_ONCE):
        with connection.cursor() as cursor:
            cursor.execute(*_statement(some, product_ids, at))
            for collection_id, product_id in cursor.fetchall():
                moved[collection_id].append(product_id)
    return moved


def _statement(
    ruled: Sequence[Ruled], product_ids: Sequence[int] | None, at: datetime
) -> tuple[str, list[Any]]:
    ids = [] if product_ids is None else [list(product_ids)]
    these = "{}.{} = ANY(%s::bigint[])" if ids else "true"
    wanted, params = [], []
    for each in ruled:
        rule, said = condition(each.rule, at=at)
        wanted.append(_WANTED.format(these=these.format("p", "id"), rule=rule))
        params += [each.collection_id, *ids, *said]
    sql = _SETTLE.format(wanted=" UNION ALL ".join(wanted), these=these.format("m", "product_id"))
    return sql, [*params, *2 * [[each.collection_id for each in ruled], *ids]]


def _settle_all(ruled: Sequence[Ruled], ids: Sequence[int] | None, at: datetime) -> int:
    moved = settle(ruled, product_ids=ids, at=at)
    for collection_id, product_ids in moved.items():
        changes.collection_changed(collection_id, product_ids)
    return sum(len(each) for each in moved.values())


def _ruled(**conditions: Any) -> list[Ruled]:
    rows = Collection.objects.filter(kind=Collection.Kind.RULE, **conditions).order_by("pk")
    found = [(pk, stored(said)) for pk, said in rows.values_list("pk", "rule")]
    if unread := [pk for pk, rule in found if rule is None]:
        log.warning("collections_without_rule", collection_ids=unread)
    return [Ruled(pk, rule) for pk, rule in found if rule is not None]
