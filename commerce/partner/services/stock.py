"""Stock: held for who is paying, set aside for orders, sent off, counted. Never more than there is.

Quantities are given by the key of the stock record. Each call is all or nothing and tells
`stock.changed` once.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from commerce.partner.exceptions import StockCommitted, StockGone, StockNotAllocated
from commerce.partner.services import rows, unguarded
from commerce.partner.services.rows import Change, Row
from common.exceptions import NotFound
from common.outbox.services import events

BATCH = 500


@transaction.atomic
def reserve(*, checkout_id: int, quantities: Mapping[int, int], until: datetime) -> None:
    """Hold these pieces for a checkout until then, instead of what it held before.

    :raises StockGone: when fewer are left.
    """
    if settings.STOCK_GUARD_OFF:
        return
    found = rows.lock(quantities, checkout_id=checkout_id)
    wanted = _tracked(found, quantities)
    held = rows.let_go(checkout_id)
    changes = {key: Change(reserve=wanted.get(key, 0) - held.get(key, 0)) for key in found}
    _move(found, changes, held)
    rows.hold(checkout_id, wanted, until=until)
    _tell(found[key] for key, change in changes.items() if change)


@transaction.atomic
def release(*, checkout_id: int) -> None:
    """Give back what a checkout holds."""
    found = rows.lock([], checkout_id=checkout_id)
    held = rows.let_go(checkout_id)
    if held:
        rows.move({key: Change(reserve=-quantity) for key, quantity in held.items()})
        _tell(found.values())


@transaction.atomic(savepoint=False)
def allocate(*, checkout_id: int, quantities: Mapping[int, int]) -> dict[int, int]:
    """Set pieces aside for an order, those its checkout holds first.

    The answer is what was set aside: nothing where stock is not tracked.

    :raises StockGone: when fewer are left; nothing is set aside then.
    """
    if settings.STOCK_GUARD_OFF:
        return unguarded.allocate(quantities)
    found = rows.lock(quantities, checkout_id=checkout_id)
    wanted = _tracked(found, quantities)
    held = rows.let_go(checkout_id)
    changes = {key: Change(-held.get(key, 0), wanted.get(key, 0)) for key in found}
    _move(found, changes, held)
    _tell(found[key] for key, change in changes.items() if change.reserve + change.allocate)
    return wanted


def lock(*, stockrecord_ids: Iterable[int]) -> None:
    """Lock these records in the order of their key, before a journey moves them in several calls."""
    rows.lock(stockrecord_ids)


@transaction.atomic
def give_back(*, quantities: Mapping[int, int]) -> None:
    """Return pieces set aside for an order that will not need them.

    :raises StockNotAllocated: when not so many are set aside.
    """
    found = rows.lock(quantities)
    wanted = {key: quantities[key] for key in found}
    _require_all(rows.move({key: Change(allocate=-each) for key, each in wanted.items()}), wanted)
    _tell(found.values())


@transaction.atomic
def consume(*, quantities: Mapping[int, int]) -> None:
    """Take pieces set aside for an order out of stock: they leave the house.

    :raises StockNotAllocated: when not so many are set aside.
    """
    found = rows.lock(quantities)
    wanted = {key: quantities[key] for key in found}
    _require_all(rows.consume(wanted), wanted)
    _tell(found.values())


@transaction.atomic
def set_stock(*, stockrecord_id: int, quantity: int) -> int:
    """Set how many pieces are in stock, promised ones included, and return it.

    :raises StockCommitted: when more are promised to shoppers.
    :raises NotFound: when there is no such record.
    """
    return _count(stockrecord_id, keep=False, by=quantity)


@transaction.atomic
def set_many(*, quantities: Mapping[int, int]) -> dict[int, StockCommitted]:
    """Set how many pieces of each record are in stock, and return the refusals by record.

    A record that is refused keeps its count; the others are set.
    """
    found = rows.lock(quantities)
    done = rows.count_many({key: quantities[key] for key in found})
    _tell(found[key] for key in done)
    return {
        key: StockCommitted(sku=row.sku, committed=row.num_allocated + row.num_reserved)
        for key, row in found.items()
        if key not in done
    }


@transaction.atomic
def adjust(*, stockrecord_id: int, by: int) -> int:
    """Add pieces to stock, or take them off with a negative `by`, and return what is in stock.

    :raises StockCommitted: when more are promised to shoppers.
    :raises NotFound: when there is no such record.
    """
    return _count(stockrecord_id, keep=True, by=by)


@transaction.atomic
def release_expired(*, at: datetime, stockrecord_ids: Iterable[int] | None = None) -> int:
    """Free the reservations that ended by then, of up to 500 records; return of how many."""
    ids = rows.expired(at=at, limit=BATCH) if stockrecord_ids is None else list(stockrecord_ids)
    if not ids:
        return 0
    found = rows.lock(ids)
    held = rows.let_go_expired(ids, at=at)
    rows.move({key: Change(reserve=-quantity) for key, quantity in held.items()})
    _tell(found[key] for key in held)
    return len(held)


def _move(found: Mapping[int, Row], changes: Mapping[int, Change], held: Mapping[int, int]) -> None:
    short = set(changes) - rows.move(changes)
    if short and release_expired(at=timezone.now(), stockrecord_ids=short):
        short -= rows.move({key: changes[key] for key in short})
    if short:
        first = found[min(short)]
        raise StockGone(sku=first.sku, available=first.left + held.get(first.id, 0))


def _tracked(found: Mapping[int, Row], quantities: Mapping[int, int]) -> dict[int, int]:
    return {key: each for key, each in quantities.items() if key in found and found[key].is_tracked}


def _require_all(done: set[int], wanted: Mapping[int, int]) -> None:
    if set(wanted) - done:
        raise StockNotAllocated


def _count(stockrecord_id: int, *, keep: bool, by: int) -> int:
    found = rows.lock([stockrecord_id]).get(stockrecord_id)
    if found is None:
        raise NotFound
    counted = rows.count(stockrecord_id, keep=keep, by=by)
    if counted is None:
        raise StockCommitted(sku=found.sku, committed=found.num_allocated + found.num_reserved)
    _tell([found])
    return counted


def _tell(found: Iterable[Row]) -> None:
    product_ids = sorted({row.product_id for row in found})
    if product_ids:
        events.record(
            type="stock.changed",
            subject_id=str(product_ids[0]),
            payload={"product_ids": product_ids},
        )
