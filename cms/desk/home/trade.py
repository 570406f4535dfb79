"""What the shop waits for: vendors, their orders, and messages that did not arrive."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.desk.home.waiting import Row, Waiting, first
from cms.desk.tables import in_words
from cms.desk.templatetags.desk import money
from commerce.order.models import Order, VendorOrder
from commerce.partner.models import Partner
from notifications.models import Message

PATIENCE = timedelta(hours=24)


def vendors_to_review(*, user: Any, at: datetime) -> Waiting:
    """Return vendors that ask to be let in, the oldest first."""
    rows = Partner.objects.filter(status=Partner.Status.PENDING).order_by("created_at", "pk")
    return first(rows, lambda each: _vendor_row(each, note=each.city, at=each.created_at))


def _vendor_row(vendor: Partner, *, note: str, at: datetime) -> Row:
    url = reverse("desk_vendors:inspect", args=(vendor.pk,))
    return Row(title=vendor.name or vendor.slug, url=url, note=note, at=at)


def slow_vendors(*, user: Any, at: datetime) -> Waiting:
    """Return vendors that left paid orders alone for more than a day, the longest wait first."""
    rows = (
        Partner.objects.filter(
            vendor_orders__status=VendorOrder.Status.PLACED,
            vendor_orders__placed_at__lt=at - PATIENCE,
        )
        .annotate(left=Count("vendor_orders"), since=Min("vendor_orders__placed_at"))
        .order_by("since", "pk")
    )
    return first(rows, _slow_row)


def _slow_row(vendor: Any) -> Row:
    url = reverse("desk_vendor_orders:index")
    said = ngettext("%(n)d order", "%(n)d orders", vendor.left) % {"n": vendor.left}
    return Row(
        title=vendor.name or vendor.slug, url=f"{url}?vendor={vendor.pk}&status=placed",
        note=" · ".join(filter(None, [said, vendor.phone or vendor.email])), at=vendor.since,
    )  # fmt: skip


def not_accepted(*, user: Any, at: datetime) -> Waiting:
    """Return paid orders of which a vendor has not accepted its part, the oldest first."""
    placed = VendorOrder.objects.filter(order=OuterRef("pk"), status=VendorOrder.Status.PLACED)
    rows = Order.objects.filter(Exists(placed), status=Order.Status.PAID)
    return first(rows.order_by("date_placed", "pk"), _order_row)


def _order_row(order: Any) -> Row:
    return Row(
        title=_("Order %(number)s") % {"number": order.number},
        url=reverse("desk_orders:inspect", args=(order.pk,)),
        note=money(order.total_incl_tax, order.currency), at=order.date_placed,
    )  # fmt: skip


def failed_messages(*, user: Any, at: datetime) -> Waiting:
    """Return messages that reached nobody, the newest first."""
    rows = Message.objects.filter(status=Message.Status.FAILED).defer("body_text", "body_html")
    return first(rows.order_by("-created_at", "-pk"), _message_row)


def _message_row(message: Message) -> Row:
    return Row(
        title=message.subject or in_words(message.kind),
        url=reverse("desk_messages:inspect", args=(message.pk,)),
        note=" · ".join(filter(None, [message.recipient, message.last_error[:80]])),
        at=message.created_at,
    )
