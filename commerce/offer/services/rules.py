"""Terms written as Oscar's range, condition and benefit."""

from decimal import Decimal

from django.conf import settings

from commerce.offer.exceptions import SenselessTerms
from commerce.offer.models import Benefit, Condition, ConditionalOffer, Range
from commerce.offer.selectors.terms import terms_of
from commerce.offer.terms import Terms
from common.utils import ids, money

TYPES = {"percentage": Benefit.PERCENTAGE, "fixed": Benefit.FIXED}
LARGEST = Decimal("9999999999.99")


def require_sense(terms: Terms) -> None:
    """Let terms pass that a shop can keep.

    :raises SenselessTerms: for all others.
    """
    if terms.kind not in TYPES or not money.ZERO < terms.value <= LARGEST:
        raise SenselessTerms("A discount is more than nothing.", pointer="/value")
    if terms.value != money.rounded(terms.value):
        raise SenselessTerms("A discount has no more than two decimals.", pointer="/value")
    if terms.kind == "percentage" and (terms.value > 100 or terms.currency):
        raise SenselessTerms("A share is at most 100 per cent of any currency.", pointer="/value")
    if terms.kind == "fixed" and terms.currency not in settings.SHOP_CURRENCIES:
        raise SenselessTerms("An amount needs a currency of the shop.", pointer="/currency")
    if (terms.scope == "all") != (terms.target_id is None):
        raise SenselessTerms("Say which vendor or which collection.", pointer="/scope")


def write(*, offer: ConditionalOffer, terms: Terms) -> None:
    """Give an offer the rules of these terms; the caller holds its lock and saves it.

    Rules that only this offer has are changed, all others are left to the offers that share them.
    """
    require_sense(terms)
    if offer.pk is None or terms_of(offer) is None or _is_shared(offer):
        found = Range.objects.create(name=f"{offer.name[:90]} {ids.new('rng')}")
        offer.condition = Condition.objects.create(range=found, type=Condition.COUNT, value=1)
        offer.benefit = Benefit.objects.create(
            range=found, type=TYPES[terms.kind], value=terms.value
        )
    else:
        offer.benefit.type, offer.benefit.value = TYPES[terms.kind], terms.value
        offer.benefit.save(update_fields=["type", "value"])
        found = offer.benefit.range
    _aim(found, terms)
    offer.currency = terms.currency
    # One application takes all lines in the range: an amount is given once an order.
    offer.max_basket_applications = 1


def _aim(found: Range, terms: Terms) -> None:
    found.includes_all_products = terms.scope == "all"
    found.save(update_fields=["includes_all_products"])
    target = [terms.target_id]
    found.included_vendors.set(target if terms.scope == "vendor" else [])
    found.included_collections.set(target if terms.scope == "collection" else [])


def _is_shared(offer: ConditionalOffer) -> bool:
    others = ConditionalOffer.objects.exclude(pk=offer.pk)
    found = offer.benefit.range_id
    return (
        others.filter(condition__range_id=found).exists()
        or others.filter(benefit__range_id=found).exists()
        or others.filter(condition_id=offer.condition_id).exists()
        or others.filter(benefit_id=offer.benefit_id).exists()
    )
