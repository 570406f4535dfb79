"""Places in a sorted list: a key and the product's id, so that ties never repeat or get lost."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from common.apis.pagination import decode, encode
from common.exceptions import InvalidParameter

MAX_ID = 2**63 - 1


@dataclass(frozen=True)
class Order:
    """An order of products: an SQL key, its direction, and how a key is read back."""

    key: str
    ascending: bool
    read: Callable[[str], Any]


@dataclass(frozen=True)
class Place:
    """Where a page begins: behind this key and id, or before them when going backwards."""

    sort: str
    key: Any
    product_id: int
    backwards: bool = False

    def cursor(self) -> str:
        """Return the place as an opaque cursor."""
        key = self.key.isoformat() if isinstance(self.key, datetime) else str(self.key)
        way = "b" if self.backwards else "f"
        return encode(f"{self.sort}|{way}|{self.product_id}|{key}")


def _moment(raw: str) -> datetime:
    found = datetime.fromisoformat(raw)
    if found.tzinfo is None:
        raise ValueError(raw)
    return found


def _amount(raw: str) -> Decimal:
    found = Decimal(raw)
    if not found.is_finite() or abs(found) >= 10**12:
        raise ValueError(raw)
    return found


def _whole(raw: str) -> int:
    if len(raw) > 18 or not raw.isascii() or not raw.isdecimal():
        raise ValueError(raw)
    return int(raw)


def _real(raw: str) -> float:
    found = float(raw)
    if not 0 <= found < 1e9:
        raise ValueError(raw)
    return found


NEWEST = Order("d.published_at", False, _moment)
ORDERS = {
    "relevance": Order("(ts_rank(d.named, %s::tsquery) * 1000000)::bigint", False, _whole),
    "newest": NEWEST,
    "price": Order("d.price_min", True, _amount),
    "-price": Order("d.price_min", False, _amount),
    "popularity": Order("d.popularity", False, _whole),
    "rating": Order("d.rating", False, _real),
}


def read(cursor: str | None, *, sort: str) -> Place | None:
    """Return the place in a cursor.

    :raises InvalidParameter: when it is none of ours or belongs to another order.
    """
    if cursor is None:
        return None
    parts = decode(cursor).split("|", 3)
    if len(parts) != 4 or parts[0] != sort or parts[1] not in ("b", "f"):
        raise InvalidParameter("The cursor is not one of this list.")
    try:
        key, product_id = ORDERS[sort].read(parts[3]), _whole(parts[2])
    except (ValueError, InvalidOperation, OverflowError):
        raise InvalidParameter("The cursor is not one of this list.") from None
    return Place(sort, key, product_id, backwards=parts[1] == "b")
