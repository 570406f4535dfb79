"""Money asked for, promised, taken and given back."""

from django.db import models
from django.db.models import F, Q

from common.fields import MoneyField, PublicIdField


class Payment(models.Model):
    """One attempt to pay a checkout; amounts only ever satisfy refunded ≤ captured ≤ amount."""

    class Status(models.TextChoices):
        REQUIRES_ACTION = "requires_action"
        PENDING = "pending"
        AUTHORISED = "authorised"
        CAPTURED = "captured"
        FAILED = "failed"
        VOIDED = "voided"
        REFUNDED = "refunded"

    LIVE = (Status.REQUIRES_ACTION, Status.PENDING, Status.AUTHORISED, Status.CAPTURED)
    COVERING = (Status.PENDING, Status.AUTHORISED, Status.CAPTURED)

    public_id = PublicIdField(prefix="pay")
    checkout = models.ForeignKey(
        "checkout.Checkout", on_delete=models.PROTECT, related_name="payments"
    )
    order = models.ForeignKey(
        "order.Order", null=True, blank=True, on_delete=models.PROTECT, related_name="payments"
    )
    method = models.CharField(max_length=16)
    status = models.CharField(max_length=16, choices=Status, db_index=True)
    currency = models.CharField(max_length=3)
    amount = MoneyField()
    captured_amount = MoneyField(default=0)
    refunded_amount = MoneyField(default=0)
    action = models.JSONField(null=True, blank=True)
    provider_reference = models.CharField(max_length=255, null=True, blank=True, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(captured_amount__lte=F("amount"))
                & Q(refunded_amount__lte=F("captured_amount"))
                & Q(captured_amount__gte=0)
                & Q(refunded_amount__gte=0),
                name="payment_refunded_captured_amount",
            ),
            models.UniqueConstraint(
                fields=["checkout"],
                condition=Q(status__in=["requires_action", "pending", "authorised", "captured"]),
                name="payment_one_live_per_checkout",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.method} {self.amount} {self.currency}"
