"""What staff write down about an order for one another."""

from datetime import datetime
from typing import Any

from django.db import transaction

from commerce.order.models import Order, OrderNote  # type: ignore[attr-defined]
from common import audit
from common.exceptions import Invalid, NotFound


@transaction.atomic
def add(*, order_id: int, message: str, by: Any, at: datetime) -> OrderNote:
    """Write a note about an order group.

    :raises Invalid: when it says nothing.
    """
    order = Order.objects.filter(pk=order_id).first()
    if order is None:
        raise NotFound
    if not message.strip():
        raise Invalid("The note says nothing.", pointer="/message")
    note = OrderNote.objects.create(
        order=order, user=by, note_type=OrderNote.INFO, message=message.strip()
    )
    audit.record(actor=by, action="order.noted", subject=order, at=at)
    return note
