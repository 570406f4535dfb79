"""An order is told of once to everybody it concerns, however often its event comes."""

from decimal import Decimal

import pytest
from django.utils import timezone

from commerce.order.models import Line, Order, Shipment, ShipmentLine, VendorOrder
from common.outbox.models import HandledEvent, OutboxEvent
from common.outbox.services import delivery, events
from common.providers.mail.memory import MemoryMail
from notifications.models import Message
from notifications.services import sending
from tests.factories import make_product, make_vendor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail")]


@pytest.fixture
def order() -> Order:
    money = Decimal("10000.00")
    group = Order.objects.create(
        number="F-77",
        currency="NGN",
        total_incl_tax=2 * money,
        total_excl_tax=2 * money,
        items_total=2 * money,
        email="amina@example.com",
        date_placed=timezone.now(),
    )
    for slug in ("ade", "bisi"):
        _part(group, slug, money)
    return group


def _part(group: Order, slug: str, money: Decimal) -> None:
    product = make_product(vendor=make_vendor(slug=slug, name=slug.title()), title=f"{slug} <cap>")
    record = product.stockrecords.get()
    part = VendorOrder.objects.create(
        order=group,
        vendor=product.vendor,
        status=VendorOrder.Status.PLACED,
        currency="NGN",
        items_total=money,
        total=money,
        commission_rate=Decimal("0.15"),
        commission_amount=Decimal("1500"),
        placed_at=timezone.now(),
    )
    Line.objects.create(
        order=group,
        vendor_order=part,
        product=product,
        stockrecord=record,
        sku=record.sku,
        title=product.title,
        quantity=1,
        num_allocated=1,
        line_price_incl_tax=money,
        line_price_excl_tax=money,
        line_price_before_discounts_incl_tax=money,
        line_price_before_discounts_excl_tax=money,
    )


def _deliver_twice(type: str, **payload: int) -> None:
    events.record(type=type, subject_id="F-77", payload=payload)
    delivery.drain()
    HandledEvent.objects.all().delete()
    OutboxEvent.objects.update(processed_at=None)
    delivery.drain()
    sending.send_due(at=timezone.now())
    sending.send_due(at=timezone.now())


def test_a_placed_order_is_told_once_to_the_shopper_and_each_vendor(order: Order) -> None:
    _deliver_twice("order.placed", order_id=order.pk)
    assert sorted(each.recipient for each in MemoryMail.outbox) == [
        "ade@example.com", "amina@example.com", "bisi@example.com",
    ]  # fmt: skip
    said = Message.objects.get(kind="order_confirmation")
    assert "NGN 20,000.00" in said.body_text
    assert "ade <cap>" in said.body_text
    assert "ade &lt;cap&gt;" in said.body_html


def test_a_vendor_reads_nothing_of_another_nor_of_the_shopper(order: Order) -> None:
    _deliver_twice("order.placed", order_id=order.pk)
    said = Message.objects.get(recipient="ade@example.com")
    assert "bisi" not in said.body_text + said.body_html
    assert "amina" not in said.body_text + said.body_html


def test_a_cancelled_order_is_told_once(order: Order) -> None:
    _deliver_twice("order.cancelled", order_id=order.pk)
    assert [each.subject for each in MemoryMail.outbox] == ["Your order F-77 is cancelled"]


def test_the_end_of_one_part_names_its_vendor_and_its_total_alone(order: Order) -> None:
    part = order.vendor_orders.get(vendor__slug="ade")
    _deliver_twice("order.cancelled", order_id=order.pk, vendor_order_id=part.pk)
    assert [each.subject for each in MemoryMail.outbox] == ["Your order F-77 is cancelled: Ade"]
    assert "NGN 10,000.00" in MemoryMail.outbox[0].text


def test_a_parcel_is_told_once(order: Order) -> None:
    part = VendorOrder.objects.filter(order=order).first()
    assert part is not None
    parcel = Shipment.objects.create(
        vendor_order=part, carrier="GIG", tracking="T1", shipped_at=timezone.now()
    )
    ShipmentLine.objects.create(shipment=parcel, line=part.lines.get(), quantity=1)
    _deliver_twice(
        "order.shipped", order_id=order.pk, vendor_order_id=part.pk, shipment_id=parcel.pk
    )
    assert len(MemoryMail.outbox) == 1
    assert "T1" in MemoryMail.outbox[0].text
