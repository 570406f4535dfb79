"""Vouchers as staff make and change them: a code, its limits, and the offer behind it."""

from datetime import datetime
from typing import Any, TypedDict

from django.db import IntegrityError, transaction

from commerce.offer.exceptions import BelowUses, DiscountNameTaken, SenselessTerms
from commerce.offer.models import ConditionalOffer
from commerce.offer.selectors.terms import terms_of
from commerce.offer.services import offers, rules
from commerce.offer.terms import Terms
from commerce.voucher.models import Voucher
from common import audit
from common.exceptions import Conflict, NotFound


class UsageSettled(Conflict):
    """Somebody has used it: what was one person's may not become everybody's."""

    code = "voucher_usage_settled"
    title = "It has been used: how often one person may use it is settled"


class VoucherFacts(TypedDict, total=False):
    """What staff say of a voucher."""

    name: str
    code: str
    usage: str
    max_uses: int | None
    start_datetime: datetime
    end_datetime: datetime


@transaction.atomic
def create(*, facts: VoucherFacts, terms: Terms, by: Any, at: datetime) -> Voucher:
    """Make a voucher with an offer of its own.

    :raises SenselessTerms: when it would give nothing or never hold.
    :raises DiscountNameTaken: when another voucher or offer has the name, or the code.
    """
    voucher = Voucher(**facts)
    _require_sense(voucher)
    offer = ConditionalOffer(offer_type=ConditionalOffer.VOUCHER, name=voucher.name)
    rules.write(offer=offer, terms=terms)
    _save([offer], voucher)
    voucher.offers.add(offer)
    audit.record(
        actor=by, action="voucher.created", subject=voucher, at=at, after=as_data(voucher, [offer])
    )
    return voucher


@transaction.atomic
def change(
    *, voucher_id: int, facts: VoucherFacts, terms: Terms | None, by: Any, at: datetime
) -> Voucher:
    """Change a voucher; no `terms` leaves its offers as they are.

    :raises BelowUses: when its limit would be lower than its uses.
    :raises UsageSettled: when it has been used and its usage would change.
    :raises SenselessTerms: when it would give nothing, never hold, or has several offers.
    :raises DiscountNameTaken: when another voucher has the name or the code.
    """
    voucher, mine = locked(voucher_id)
    before, usage, name = as_data(voucher, mine), voucher.usage, voucher.name
    for field, value in facts.items():
        setattr(voucher, field, value)
    _require_sense(voucher)
    _require_uses(voucher, usage)
    if terms is not None:
        if len(mine) != 1:
            raise SenselessTerms("It has several offers: change those.")
        if terms != terms_of(mine[0]):
            rules.write(offer=mine[0], terms=terms)
    for offer in mine:
        # The offer made with a voucher is shown to shoppers under the voucher's name.
        if offer.name == name:
            offer.name = voucher.name
    _save(mine, voucher)
    after = as_data(voucher, mine)
    if after != before:
        audit.record(
            actor=by, action="voucher.changed", subject=voucher, at=at, before=before, after=after
        )
    return voucher


def locked(voucher_id: int) -> tuple[Voucher, list[ConditionalOffer]]:
    """Return the voucher and its offers, locked until the transaction ends: the offers first.

    :raises NotFound: when there is none.
    """
    behind = ConditionalOffer.objects.filter(vouchers=voucher_id).order_by("pk")
    mine = [offers.locked(pk) for pk in behind.values_list("pk", flat=True)]
    voucher = Voucher.objects.select_for_update(of=("self",)).filter(pk=voucher_id).first()
    if voucher is None:
        raise NotFound
    return voucher, mine


def as_data(voucher: Voucher, behind: list[ConditionalOffer]) -> dict[str, Any]:
    """Return the voucher as the audit log keeps it."""
    return {
        "name": voucher.name,
        "code": voucher.code,
        "usage": voucher.usage,
        "max_uses": voucher.max_uses,
        "start": voucher.start_datetime.isoformat(),
        "end": voucher.end_datetime.isoformat(),
        "terms": [offers.as_data(each)["terms"] for each in behind],
    }


def _require_sense(voucher: Voucher) -> None:
    if voucher.start_datetime >= voucher.end_datetime:
        raise SenselessTerms("It ends before it starts.", pointer="/end")
    if not voucher.code or any(each.isspace() for each in voucher.code):
        raise SenselessTerms("A code is one word.", pointer="/code")


def _require_uses(voucher: Voucher, usage: str) -> None:
    if voucher.max_uses is not None and voucher.max_uses < voucher.num_orders:
        raise BelowUses(f"It has been used {voucher.num_orders} times already.")
    if voucher.usage != usage and voucher.num_orders:
        raise UsageSettled


def _save(behind: list[ConditionalOffer], voucher: Voucher) -> None:
    try:
        with transaction.atomic():
            for offer in behind:
                offer.save()
            voucher.save()
    except IntegrityError:
        raise DiscountNameTaken("A voucher or offer has this name or code already.") from None
