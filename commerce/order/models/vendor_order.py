"""The part of an order group that one vendor fulfils; all that a vendor ever sees of it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from common.fields import MoneyField, PublicIdField


class VendorOrder(models.Model):
    """One vendor's order: its lines, its parcel, its totals and the commission agreed at sale."""

    class Status(models.TextChoices):
        PENDING = "pending"
        PLACED = "placed"
        ACCEPTED = "accepted"
        PARTIALLY_SHIPPED = "partially_shipped"
        SHIPPED = "shipped"
        DELIVERED = "delivered"
        REJECTED = "rejected"
        CANCELLED = "cancelled"

    public_id = PublicIdField(prefix="ord")
    order = models.ForeignKey("order.Order", on_delete=models.PROTECT, related_name="vendor_orders")
    vendor = models.ForeignKey(
        "partner.Partner", on_delete=models.PROTECT, related_name="vendor_orders"
    )
    status = models.CharField(max_length=20, choices=Status, default=Status.PENDING, db_index=True)
    currency = models.CharField(max_length=3)
    items_total = MoneyField()
    discount_total = MoneyField(default=0)
    shipping_total = MoneyField(default=0)
    tax_total = MoneyField(default=0)
    total = MoneyField()
    shipping_method_code = models.CharField(max_length=64, blank=True)
    shipping_method_name = models.CharField(max_length=128, blank=True)
    commission_rate = models.DecimalField(max_digits=5, decimal_places=4)
    commission_amount = MoneyField()
    recipient = models.JSONField(default=dict)
    customer_note = models.TextField(blank=True)
    reason = models.CharField(max_length=255, blank=True)
    placed_at = models.DateTimeField(db_index=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    shipped_at = models.DateTimeField(null=True, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-placed_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["order", "vendor"], name="vendor_order_once"),
            models.CheckConstraint(
                condition=Q(total=F("items_total") - F("discount_total") + F("shipping_total")),
                name="vendor_order_total_adds_up",
            ),
        ]
        indexes = [
            models.Index(fields=["vendor", "status", "-placed_at"], name="vendor_order_queue")
        ]

    def __str__(self) -> str:
        return self.public_id


class VendorOrderStatusChange(models.Model):
    """A step a vendor order took, by whom and when."""

    vendor_order = models.ForeignKey(
        VendorOrder, on_delete=models.CASCADE, related_name="status_changes"
    )
    old_status = models.CharField(max_length=20, blank=True)
    new_status = models.CharField(max_length=20)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.old_status} → {self.new_status}"
