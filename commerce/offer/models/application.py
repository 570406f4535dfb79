"""The uses of an offer."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.fields import MoneyField


class OfferApplication(models.Model):
    """How often one order used an offer and what it gave; removed when the order is cancelled."""

    offer = models.ForeignKey(
        "offer.ConditionalOffer", on_delete=models.PROTECT, related_name="applications"
    )
    order = models.ForeignKey(
        "order.Order", on_delete=models.CASCADE, related_name="offer_applications"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    frequency = models.PositiveIntegerField()
    amount = MoneyField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["offer", "order"], name="offer_application_once_per_order"
            ),
            models.CheckConstraint(
                condition=Q(frequency__gt=0) & Q(amount__gte=0),
                name="offer_application_is_positive",
            ),
        ]
        indexes = [models.Index(fields=["offer", "user"], name="offer_application_of_person")]

    def __str__(self) -> str:
        return f"{self.frequency} × {self.offer_id}"
