"""The statements behind stock: locks in the order of the key, then guarded changes of many rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

MAX = 2_147_483_647

_LOCK = """
    SELECT s.id, s.sku, s.is_tracked, s.num_in_stock, s.num_allocated, s.num_reserved,
           COALESCE(p.parent_id, p.id)
    FROM partner_stockrecord s JOIN catalogue_product p ON p.id = s.product_id
    WHERE s.id IN (
        SELECT unnest(%s::bigint[])
        UNION SELECT stockrecord_id FROM partner_stockreservation WHERE checkout_id = %s
    )
    ORDER BY s.id FOR NO KEY UPDATE OF s
"""

_MOVE = """
    UPDATE partner_stockrecord s
    SET num_reserved = s.num_reserved + m.reserve,
        num_allocated = s.num_allocated + m.allocate,
        date_updated = now()
    FROM unnest(%s::bigint[], %s::bigint[], %s::bigint[]) AS m (id, reserve, allocate)
    WHERE s.id = m.id
      AND s.num_reserved + m.reserve BETWEEN 0 AND %s
      AND s.num_allocated + m.allocate BETWEEN 0 AND %s
      AND (NOT s.is_tracked OR s.allow_backorder OR m.reserve + m.allocate <= 0
           OR s.num_in_stock >= s.num_allocated + s.num_reserved + m.reserve + m.allocate)
    RETURNING s.id
"""

_CONSUME = """
    UPDATE partner_stockrecord s
    SET num_in_stock = GREATEST(s.num_in_stock - m.quantity, 0),
        num_allocated = s.num_allocated - m.quantity,
        date_updated = now()
    FROM unnest(%s::bigint[], %s::bigint[]) AS m (id, quantity)
    WHERE s.id = m.id AND s.num_allocated >= m.quantity
    RETURNING s.id
"""

_COUNT = """
    UPDATE partner_stockrecord
    SET num_in_stock = num_in_stock * %s + %s, date_updated = now()
    WHERE id = %s AND num_in_stock::bigint * %s + %s BETWEEN 0 AND %s
      AND (NOT is_tracked OR allow_backorder
           OR num_in_stock::bigint * %s + %s >= num_allocated + num_reserved)
    RETURNING num_in_stock
"""

_COUNT_MANY = """
    UPDATE partner_stockrecord s
    SET num_in_stock = m.quantity, date_updated = now()
    FROM unnest(%s::bigint[], %s::bigint[]) AS m (id, quantity)
    WHERE s.id = m.id AND m.quantity BETWEEN 0 AND %s
      AND (NOT s.is_tracked OR s.allow_backorder
           OR m.quantity >= s.num_allocated + s.num_reserved)
    RETURNING s.id
"""

_HOLD = """
    INSERT INTO partner_stockreservation (checkout_id, expires_at, stockrecord_id, quantity)
    SELECT %s, %s, * FROM unnest(%s::bigint[], %s::bigint[])
"""


@dataclass(frozen=True)
class Row:
    """A locked stock record."""

    id: int
    sku: str
    is_tracked: bool
    num_in_stock: int
    num_allocated: int
    num_reserved: int
    product_id: int

    @property
    def left(self) -> int:
        """How many pieces nobody holds."""
        return max(0, self.num_in_stock - self.num_allocated - self.num_reserved)


@dataclass(frozen=True)
class Change:
    """By how much the counters of one record move."""

    reserve: int = 0
    allocate: int = 0

    def __bool__(self) -> bool:
        return bool(self.reserve or self.allocate)


def lock(ids: Iterable[int], *, checkout_id: int | None = None) -> dict[int, Row]:
    """Lock these records, and those the checkout holds pieces of, in the order of their key."""
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, [sorted(ids), checkout_id])
        return {row[0]: Row(*row) for row in cursor.fetchall()}


def move(changes: Mapping[int, Change]) -> set[int]:
    """Move the counters where enough is left; return the ids where it was."""
    ids = sorted(key for key, change in changes.items() if change)
    if not ids:
        return set(changes)
    reserve = [changes[key].reserve for key in ids]
    allocate = [changes[key].allocate for key in ids]
    with connection.cursor() as cursor:
        cursor.execute(_MOVE, [ids, reserve, allocate, MAX, MAX])
        return {row[0] for row in cursor.fetchall()} | (set(changes) - set(ids))


def consume(quantities: Mapping[int, int]) -> set[int]:
    """Take allocated pieces out of stock; return the ids where so many were allocated."""
    ids = sorted(quantities)
    with connection.cursor() as cursor:
        cursor.execute(_CONSUME, [ids, [quantities[key] for key in ids]])
        return {row[0] for row in cursor.fetchall()}


def count(key: int, *, keep: bool, by: int) -> int | None:
    """Set or change (`keep`) the pieces in stock; None when promises forbid it."""
    factor = int(keep)
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [factor, by, key, factor, by, MAX, factor, by])
        row = cursor.fetchone()
    return row[0] if row else None


def count_many(quantities: Mapping[int, int]) -> set[int]:
    """Set the pieces in stock of many records; return the ids where promises allow it."""
    ids = sorted(quantities)
    with connection.cursor() as cursor:
        cursor.execute(_COUNT_MANY, [ids, [quantities[key] for key in ids], MAX])
        return {row[0] for row in cursor.fetchall()}


def hold(checkout_id: int, quantities: Mapping[int, int], *, until: datetime) -> None:
    """Write the reservations of a checkout that has none."""
    ids = sorted(key for key, quantity in quantities.items() if quantity)
    if ids:
        with connection.cursor() as cursor:
            cursor.execute(_HOLD, [checkout_id, until, ids, [quantities[key] for key in ids]])


def let_go(checkout_id: int) -> dict[int, int]:
    """Delete the reservations of a checkout and return what they held."""
    return _deleted("checkout_id = %s", [checkout_id])


def let_go_expired(ids: Iterable[int], *, at: datetime) -> dict[int, int]:
    """Delete the expired reservations of these records and return what they held."""
    return _deleted("stockrecord_id = ANY(%s) AND expires_at <= %s", [sorted(ids), at])


def expired(*, at: datetime, limit: int) -> list[int]:
    """Return the ids of up to `limit` records with expired reservations."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT stockrecord_id FROM partner_stockreservation "
            "WHERE expires_at <= %s LIMIT %s",
            [at, limit],
        )
        return [row[0] for row in cursor.fetchall()]


def _deleted(condition: str, parameters: list[Any]) -> dict[int, int]:
    statement = (
        f"WITH gone AS (DELETE FROM partner_stockreservation WHERE {condition} "
        "RETURNING stockrecord_id, quantity) "
        "SELECT stockrecord_id, sum(quantity)::bigint FROM gone GROUP BY stockrecord_id"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return dict(cursor.fetchall())
