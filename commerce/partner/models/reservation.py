"""Pieces held for a shopper who is paying."""

from django.db import models
from django.db.models import Q


class StockReservation(models.Model):
    """A hold on stock that ends by itself; counted in `StockRecord.num_reserved` until freed."""

    stockrecord = models.ForeignKey(
        "partner.StockRecord", on_delete=models.CASCADE, related_name="reservations"
    )
    checkout = models.ForeignKey(
        "checkout.Checkout", on_delete=models.CASCADE, related_name="reservations"
    )
    quantity = models.PositiveIntegerField()
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["checkout", "stockrecord"], name="reservation_once_per_checkout"
            ),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="reservation_is_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.stockrecord_id}"
