"""A shopper on the way from a basket to an order."""

from django.conf import settings
from django.db import models

from common.fields import PublicIdField


class Checkout(models.Model):
    """Where an order goes and how it is sent and paid; one per basket until it is complete.

    `shipping` maps a vendor's slug to a method's code. `quote` is what the shopper was last
    shown, money as decimal strings; completing at another total is refused.
    """

    class Status(models.TextChoices):
        OPEN = "open"
        COMPLETED = "completed"

    public_id = PublicIdField(prefix="chk")
    basket = models.OneToOneField(
        "basket.Basket", on_delete=models.CASCADE, related_name="checkout"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="checkouts",
    )
    status = models.CharField(max_length=12, choices=Status, default=Status.OPEN)
    email = models.EmailField()
    phone = models.CharField(max_length=16, blank=True)
    shipping_address = models.JSONField(null=True, blank=True)
    billing_address = models.JSONField(null=True, blank=True)
    note = models.TextField(blank=True)
    shipping = models.JSONField(default=dict, blank=True)
    quote = models.JSONField(default=dict, blank=True)
    locale = models.CharField(max_length=12, default="en")
    order = models.OneToOneField(
        "order.Order", null=True, blank=True, on_delete=models.PROTECT, related_name="checkout"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.public_id
