"""A parcel on its way."""

from django.db import models
from django.db.models import Q

from common.fields import PublicIdField


class Shipment(models.Model):
    """Some lines of a vendor order handed to a carrier."""

    public_id = PublicIdField(prefix="shp")
    vendor_order = models.ForeignKey(
        "order.VendorOrder", on_delete=models.PROTECT, related_name="shipments"
    )
    carrier = models.CharField(max_length=128, blank=True)
    tracking = models.CharField(max_length=128, blank=True)
    shipped_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.public_id


class ShipmentLine(models.Model):
    """How many pieces of an order line lie in a parcel."""

    shipment = models.ForeignKey(Shipment, on_delete=models.CASCADE, related_name="lines")
    line = models.ForeignKey("order.Line", on_delete=models.PROTECT, related_name="shipment_lines")
    quantity = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["shipment", "line"], name="shipment_line_once"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="shipment_line_is_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.line_id}"
