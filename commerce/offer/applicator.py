"""Which offers a basket gets, loaded in few queries."""

from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone
from oscar.apps.offer import applicator
from oscar.core.loading import get_model

from commerce.offer.selectors import membership


class Applicator(applicator.Applicator):  # type: ignore[misc]
    """Oscar's applicator; `email` is the buyer's where it is known, `at` the moment it is for."""

    def __init__(self, *, email: str = "", at: datetime | None = None) -> None:
        self.email = email
        self.at = at or timezone.now()

    def apply_offers(self, basket: Any, offers: Any) -> None:
        """Apply what is in the basket's currency, with the members of all ranges known."""
        fitting = [each for each in offers if each.currency in ("", basket.currency)]
        if basket.all_lines():
            _tell_members(basket, fitting)
            super().apply_offers(basket, fitting)

    def get_site_offers(self) -> QuerySet[Any]:
        """Return the offers everybody gets."""
        offer = get_model("offer", "ConditionalOffer")
        return offers_with_rules().filter(
            Q(end_datetime__gt=self.at) | Q(end_datetime=None),
            Q(start_datetime__lte=self.at) | Q(start_datetime=None),
            offer_type=offer.SITE,
            status=offer.OPEN,
        )

    def get_basket_offers(self, basket: Any, user: Any) -> list[Any]:
        """Return the offers of the basket's vouchers that the buyer may use."""
        from commerce.voucher.selectors import vouchers

        basket.judged_vouchers = list(
            vouchers.on_basket(basket=basket, user=user, email=self.email).prefetch_related(
                Prefetch("offers", queryset=offers_with_rules())
            )
        )
        found = []
        for voucher in basket.judged_vouchers:
            if vouchers.reason_against(voucher=voucher, at=self.at) is None:
                found += [_of(voucher, each) for each in voucher.offers.all()]
        return found


def offers_with_rules() -> QuerySet[Any]:
    """Return offers with all that applying them reads."""
    offers: QuerySet[Any] = apps.get_model("offer", "ConditionalOffer").objects.all()
    return offers.select_related("condition__range", "benefit__range").prefetch_related(
        "combinations"
    )


def _of(voucher: Any, offer: Any) -> Any:
    offer.set_voucher(voucher)
    return offer


def _tell_members(basket: Any, offers: list[Any]) -> None:
    rules = [rule for offer in offers for rule in (offer.condition, offer.benefit) if rule.range]
    ranges = {rule.range_id: rule.range for rule in rules}
    product_ids = [line.product_id for line in basket.all_lines()]
    members = membership.members(ranges=ranges.values(), product_ids=product_ids)
    for rule in rules:
        rule.range.members = members.get(rule.range_id, frozenset())
