from commerce.order.models.group import Line, Order
from commerce.order.models.shipment import Shipment, ShipmentLine
from commerce.order.models.vendor_order import VendorOrder, VendorOrderStatusChange

from oscar.apps.order.models import *  # noqa: F403  isort: skip

__all__ = [
    "Line",
    "Order",
    "Shipment",
    "ShipmentLine",
    "VendorOrder",
    "VendorOrderStatusChange",
]
