"""The order group: what the shopper bought in one go, from however many vendors."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from oscar.apps.order.abstract_models import AbstractLine, AbstractOrder

from common.fields import MoneyField, PublicIdField


class Order(AbstractOrder):  # type: ignore[misc]
    """Oscar's order as the group over one `VendorOrder` per vendor; one per basket."""

    class Status(models.TextChoices):
        PENDING = "pending"
        PAID = "paid"
        PARTIALLY_SHIPPED = "partially_shipped"
        SHIPPED = "shipped"
        DELIVERED = "delivered"
        CANCELLED = "cancelled"

    basket = models.OneToOneField(
        "basket.Basket", null=True, blank=True, on_delete=models.SET_NULL, related_name="order"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="orders",
    )
    status = models.CharField(max_length=20, choices=Status, default=Status.PENDING, db_index=True)
    email = models.EmailField()
    phone = models.CharField(max_length=16, blank=True)
    customer_note = models.TextField(blank=True)
    locale = models.CharField(max_length=12, default="en")
    items_total = MoneyField()
    discount_total = MoneyField(default=0)
    tax_total = MoneyField(default=0)
    refunded_total = MoneyField(default=0)

    pipeline: ClassVar[dict[str, tuple[str, ...]]] = {}
    cascade: ClassVar[dict[str, str]] = {}

    class Meta(AbstractOrder.Meta):
        abstract = False
        constraints = [
            models.CheckConstraint(
                condition=Q(total_incl_tax__gte=0) & Q(refunded_total__gte=0),
                name="order_totals_not_negative",
            )
        ]


class Line(AbstractLine):  # type: ignore[misc]
    """Oscar's line, owned by the order of one vendor."""

    public_id = PublicIdField(prefix="oln")
    vendor_order = models.ForeignKey(
        "order.VendorOrder", on_delete=models.PROTECT, related_name="lines"
    )
    sku = models.CharField(max_length=128)
    options = models.JSONField(default=dict, blank=True)
    customisations = models.JSONField(default=dict, blank=True)
    image_url = models.CharField(max_length=500, blank=True)
    num_shipped = models.PositiveIntegerField(default=0)

    class Meta(AbstractLine.Meta):
        abstract = False
        constraints = [
            models.CheckConstraint(
                condition=Q(num_shipped__lte=models.F("quantity")),
                name="order_line_shipped_within_quantity",
            )
        ]
