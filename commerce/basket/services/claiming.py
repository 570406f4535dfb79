"""A guest signs in and brings the basket along."""

from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from commerce.basket.models import Basket, Line
from commerce.basket.selectors import access, baskets
from commerce.basket.selectors.access import Caller
from commerce.basket.services import opening
from commerce.basket.services.editing import require_open, touch
from commerce.basket.services.lines import most_of
from common.exceptions import NotFound, StaleMatch


class Claimed(NamedTuple):
    """The person's basket and the pks of the lines cut to what is left."""

    basket: Basket
    capped: frozenset[int]


@transaction.atomic
def claim(*, basket_id: str, caller: Caller, version: int | None = None) -> Claimed:
    """Merge a guest's basket into the signed-in person's open one.

    Quantities add up, cut to what is left; vouchers move; the guest's basket ends as merged.
    Claiming what is theirs already changes nothing.

    :raises NotFound: when the basket is not a guest's whose token was sent, nor the person's.
    :raises BasketNotOpen: when it is being paid or has been ordered.
    """
    seen = access.reach(public_id=basket_id, caller=caller)
    if seen.owner_id is None:
        mine = opening.open_basket(user=caller.user, currency=_currency_for(seen, caller)).basket
        guest, mine = _locked(seen.pk, mine.pk)
        if guest.owner_id is None:
            require_open(guest)
            _require_version(guest, version)
            return Claimed(mine, _merge(guest, mine, caller.user))
        if guest.owner_id != caller.user.pk:
            raise NotFound
        return Claimed(mine, frozenset())
    if seen.status != Basket.MERGED:
        require_open(seen)
        return Claimed(seen, frozenset())
    return Claimed(opening.open_basket(user=caller.user).basket, frozenset())


def _currency_for(guest: Basket, caller: Caller) -> str:
    """Return the guest's currency unless the person's basket holds lines in its own."""
    mine = Basket.objects.filter(owner=caller.user, status=Basket.OPEN).first()
    return "" if mine is not None and mine.lines.exists() else guest.currency


def _locked(guest_pk: int, mine_pk: int) -> tuple[Basket, Basket]:
    rows = Basket.objects.select_for_update().filter(pk__in=[guest_pk, mine_pk]).order_by("pk")
    found = {row.pk: row for row in rows}
    return found[guest_pk], found[mine_pk]


def _require_version(guest: Basket, version: int | None) -> None:
    if version is not None and version != guest.version:
        raise StaleMatch("The basket has changed since you read it: read it again.")


def _merge(guest: Basket, mine: Basket, user: Any) -> frozenset[int]:
    require_open(mine)
    held = {line.line_reference: line for line in mine.lines.all()}
    floors = {line.pk: line.quantity for line in held.values()}
    arriving = list(guest.lines.all())
    wanted = {}
    for line in arriving:
        target = held.get(line.line_reference, line)
        wanted[target.pk] = line.quantity + floors.get(target.pk, 0)
    new = [line.pk for line in arriving if line.line_reference not in held]
    Line.objects.filter(pk__in=new).update(basket=mine)
    guest.lines.all().delete()
    capped = _set_quantities(mine, user, wanted, floors)
    mine.vouchers.add(*guest.vouchers.all())
    guest.vouchers.clear()
    _end(guest, user)
    touch(mine)
    return capped


def _set_quantities(
    mine: Basket, user: Any, wanted: dict[int, int], floors: dict[int, int]
) -> frozenset[int]:
    lines = baskets.attached(basket=mine, user=user).all_lines()
    capped = set()
    for line in lines:
        if (asked := wanted.get(line.pk)) is None:
            continue
        others = sum(
            floors.get(each.pk, 0)
            for each in lines
            if each.stockrecord_id == line.stockrecord_id and each.pk != line.pk
        )
        left = most_of(line.purchase_info.availability) - others
        line.quantity = min(asked, max(left, floors.get(line.pk, 1)))
        if line.quantity < asked:
            capped.add(line.pk)
    Line.objects.bulk_update([line for line in lines if line.pk in wanted], ["quantity"])
    return frozenset(capped)


def _end(guest: Basket, user: Any) -> None:
    guest.owner = user
    guest.status = Basket.MERGED
    guest.date_merged = timezone.now()
    guest.version += 1
    guest.save(update_fields=["owner", "status", "date_merged", "version", "updated_at"])
