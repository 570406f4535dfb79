"""Cancelling while others buy the same pieces: nobody waits for each other for ever."""

import functools
import uuid

import pytest

from commerce.order.models import Line, Order
from commerce.partner.models import StockRecord
from tests.factories import make_product, make_vendor
from tests.flows.buyers import Buyer, Timed, at_once, prepared
from tests.flows.conftest import Shop

ROUNDS, PAIRS = 3, 8
pytestmark = pytest.mark.timeout(600)


def cancel(buyer: Buyer, number: str, token: str) -> Timed:
    return buyer.send(
        f"/orders/{number}/cancel/",
        {},
        {"Idempotency-Key": uuid.uuid4().hex, "X-Order-Token": token},
    )


def test_orders_are_cancelled_while_others_are_placed(shop: Shop) -> None:
    vendors = [make_vendor(), make_vendor()]
    # The later vendor's stock has the smaller key: its order part is given back second.
    records = [
        make_product(vendor=vendor, stock=500).stockrecords.get() for vendor in reversed(vendors)
    ]
    shipping = {vendor.slug: "standard" for vendor in vendors}

    def make(number: int) -> Buyer:
        buyer = Buyer(shop.base)
        for record in records:
            buyer.add(record.sku)
        return buyer

    for _ in range(ROUNDS):
        placed = [buyer.buy(shipping).answer.json() for buyer in prepared(PAIRS, make)]
        ready = prepared(PAIRS, make)
        works = [functools.partial(buyer.buy, shipping) for buyer in ready]
        works += [
            functools.partial(cancel, ready[0], each["number"], each["token"]) for each in placed
        ]
        statuses = [each.status for each in at_once(works)]
        assert statuses == [201] * PAIRS + [200] * PAIRS
    cancelled = Order.objects.filter(status="cancelled").count()
    assert cancelled == ROUNDS * PAIRS
    for record in StockRecord.objects.filter(pk__in=[each.pk for each in records]):
        kept = Line.objects.filter(stockrecord=record).exclude(vendor_order__status="cancelled")
        assert record.num_allocated == sum(kept.values_list("quantity", flat=True))
