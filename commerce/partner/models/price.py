"""What a variant costs, a row a currency."""

import pghistory
from django.db import models
from django.db.models import F, Q

from common.fields import MoneyField


@pghistory.track(fields=["id", "currency", "amount", "compare_at_amount", "valid_until"])
class Price(models.Model):
    """The price of a variant in a currency, tax included, while it is valid."""

    stockrecord = models.ForeignKey(
        "partner.StockRecord", on_delete=models.CASCADE, related_name="prices"
    )
    currency = models.CharField(max_length=3)
    amount = MoneyField()
    compare_at_amount = MoneyField(null=True, blank=True)
    valid_from = models.DateTimeField(null=True, blank=True)
    valid_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["stockrecord", "currency"], name="price_one_per_currency"
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="price_is_positive"),
            models.CheckConstraint(
                condition=Q(compare_at_amount__isnull=True) | Q(compare_at_amount__gt=F("amount")),
                name="price_compare_at_is_higher",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"
