"""A discount under conditions, and the limits the database holds it to."""

from typing import Any

from django.db import models
from django.db.models import F, Q, Sum
from oscar.apps.offer.abstract_models import AbstractConditionalOffer
from oscar.apps.offer.results import BasketDiscount

from common.fields import MoneyField


class ConditionalOffer(AbstractConditionalOffer):  # type: ignore[misc]
    """Oscar's offer with a currency: empty for shares, set where an amount of money is meant."""

    currency = models.CharField(max_length=3, blank=True)
    total_discount = MoneyField(max_digits=18, default=0)

    class Meta(AbstractConditionalOffer.Meta):
        abstract = False
        constraints = [
            models.CheckConstraint(
                condition=Q(max_global_applications__isnull=True)
                | Q(num_applications__lte=F("max_global_applications")),
                name="offer_applications_within_limit",
            )
        ]

    def apply_benefit(self, basket: Any) -> Any:
        """Apply the benefit once and return what it took off the lines, to the cent."""
        before = _taken_off(basket)
        result = super().apply_benefit(basket)
        if isinstance(result, BasketDiscount):
            return BasketDiscount(_taken_off(basket) - before)
        return result

    def get_num_user_applications(self, user: Any) -> int:
        """Return how often the person's standing orders used this offer."""
        used = self.applications.filter(user=user).aggregate(total=Sum("frequency"))
        return used["total"] or 0


def _taken_off(basket: Any) -> Any:
    return sum((line.discounts.total for line in basket.all_lines()), start=0)
