"""Who hears what of an order."""

from commerce.order.services import telling
from common.outbox.consumers import Event, on


@on("order.placed", name="order.tell_of_placed")
def tell_of_placed(*, event: Event) -> None:
    """Confirm to the shopper, and tell each vendor that may begin."""
    telling.placed(order_id=event.payload["order_id"])


@on("order.paid", name="order.tell_of_paid")
def tell_of_paid(*, event: Event) -> None:
    """Tell the vendors that the money they waited for has arrived."""
    telling.paid(order_id=event.payload["order_id"])


@on("order.cancelled", name="order.tell_of_cancelled")
def tell_of_cancelled(*, event: Event) -> None:
    """Tell the shopper that the order, or one vendor's part of it, is off."""
    telling.cancelled(
        order_id=event.payload["order_id"], vendor_order_id=event.payload.get("vendor_order_id")
    )


@on("order.shipped", name="order.tell_of_shipped")
def tell_of_shipped(*, event: Event) -> None:
    """Tell the shopper of a parcel."""
    telling.shipped(shipment_id=event.payload["shipment_id"])
