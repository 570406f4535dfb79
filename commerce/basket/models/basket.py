"""What a shopper means to buy."""

from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Q
from oscar.apps.basket.abstract_models import AbstractBasket

from common.fields import PublicIdField
from common.utils import money


class Basket(AbstractBasket):  # type: ignore[misc]
    """Oscar's basket with a public id, one currency, a version, and a token for guests.

    A line that is no longer sold has no price and counts nothing.
    """

    public_id = PublicIdField(prefix="bsk")
    token_hash = models.CharField(max_length=64, blank=True)
    currency = models.CharField(max_length=3, default="NGN")
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta(AbstractBasket.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(
                fields=["owner"],
                condition=Q(status="Open", owner__isnull=False),
                name="basket_one_open_per_shopper",
            )
        ]

    judged_vouchers: list[Any]

    def _get_total(self, model_property: str) -> Decimal:
        found = (getattr(line, model_property) for line in self.all_lines())
        return money.rounded(sum((each for each in found if each is not None), start=money.ZERO))
