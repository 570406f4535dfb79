"""Offers that everybody gets, as staff make and change them."""

from datetime import datetime
from typing import Any, TypedDict

from django.db import IntegrityError, transaction

from commerce.offer.exceptions import BelowUses, DiscountNameTaken, SenselessTerms
from commerce.offer.models import ConditionalOffer
from commerce.offer.selectors.terms import terms_of
from commerce.offer.services import rules
from commerce.offer.terms import Terms
from common import audit
from common.exceptions import NotFound


class OfferFacts(TypedDict, total=False):
    """What staff say of an offer."""

    name: str
    description: str
    start_datetime: datetime | None
    end_datetime: datetime | None
    max_global_applications: int | None
    status: str


STATES = (ConditionalOffer.OPEN, ConditionalOffer.SUSPENDED)


@transaction.atomic
def create(*, facts: OfferFacts, terms: Terms, by: Any, at: datetime) -> ConditionalOffer:
    """Make an offer that everybody gets.

    :raises SenselessTerms: when it would give nothing or never hold.
    :raises DiscountNameTaken: when another offer has the name.
    """
    offer = ConditionalOffer(offer_type=ConditionalOffer.SITE, **facts)
    _require_order(offer)
    rules.write(offer=offer, terms=terms)
    _save(offer)
    audit.record(actor=by, action="offer.created", subject=offer, at=at, after=as_data(offer))
    return offer


@transaction.atomic
def change(
    *, offer_id: int, facts: OfferFacts, terms: Terms | None, by: Any, at: datetime
) -> ConditionalOffer:
    """Change an offer; no `terms` leaves its rules as they are.

    :raises BelowUses: when its limit would be lower than its uses.
    :raises SenselessTerms: when it would give nothing or never hold.
    :raises DiscountNameTaken: when another offer has the name.
    """
    offer = locked(offer_id)
    before = as_data(offer)
    for name, value in facts.items():
        setattr(offer, name, value)
    _require_order(offer)
    limit = offer.max_global_applications
    if limit is not None and limit < offer.num_applications:
        raise BelowUses(f"It has been used {offer.num_applications} times already.")
    if terms is not None and terms != terms_of(offer):
        rules.write(offer=offer, terms=terms)
    _save(offer)
    after = as_data(offer)
    if after != before:
        audit.record(
            actor=by, action="offer.changed", subject=offer, at=at, before=before, after=after
        )
    return offer


def locked(offer_id: int) -> ConditionalOffer:
    """Return the offer, locked.

    :raises NotFound: when there is none.
    """
    found = ConditionalOffer.objects.select_for_update(of=("self",)).filter(pk=offer_id).first()
    if found is None:
        raise NotFound
    return found


def as_data(offer: ConditionalOffer) -> dict[str, Any]:
    """Return the offer as the audit log keeps it."""
    terms = terms_of(offer)
    return {
        "name": offer.name,
        "description": offer.description,
        "status": offer.status,
        "start": offer.start_datetime and offer.start_datetime.isoformat(),
        "end": offer.end_datetime and offer.end_datetime.isoformat(),
        "limit": offer.max_global_applications,
        "terms": terms
        and {
            "kind": terms.kind, "value": f"{terms.value:.2f}", "currency": terms.currency,
            "scope": terms.scope, "target": terms.target_id,
        },
    }  # fmt: skip


def _require_order(offer: ConditionalOffer) -> None:
    if offer.status not in (*STATES, ConditionalOffer.CONSUMED):
        raise SenselessTerms("There is no such status.", pointer="/status")
    start, end = offer.start_datetime, offer.end_datetime
    if start and end and start >= end:
        raise SenselessTerms("It ends before it starts.", pointer="/end")


def _save(offer: ConditionalOffer) -> None:
    try:
        with transaction.atomic():
            offer.save()
    except IntegrityError:
        raise DiscountNameTaken("There is an offer of this name already.") from None
