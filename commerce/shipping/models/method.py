"""How a vendor sends its parcels."""

from django.db import models
from django.db.models import Q

from common.fields import MoneyField


class VendorShippingMethod(models.Model):
    """A way of sending offered by one vendor to some countries; no country means all."""

    vendor = models.ForeignKey(
        "partner.Partner", on_delete=models.CASCADE, related_name="shipping_methods"
    )
    code = models.SlugField(max_length=64)
    name = models.CharField(max_length=128)
    countries = models.JSONField(default=list, blank=True)
    min_days = models.PositiveSmallIntegerField(default=1)
    max_days = models.PositiveSmallIntegerField(default=5)
    position = models.PositiveSmallIntegerField(default=0)
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["vendor", "code"], name="shipping_method_code_once")
        ]

    def __str__(self) -> str:
        return self.name


class VendorShippingRate(models.Model):
    """What a method costs in a currency, tax included; free from a subtotal if one is set."""

    method = models.ForeignKey(VendorShippingMethod, on_delete=models.CASCADE, related_name="rates")
    currency = models.CharField(max_length=3)
    amount = MoneyField()
    free_from = MoneyField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["method", "currency"], name="shipping_rate_one_per_currency"
            ),
            models.CheckConstraint(condition=Q(amount__gte=0), name="shipping_rate_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"
