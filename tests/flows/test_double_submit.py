"""C2: one basket, many submits, one order and one charge."""

import functools
import uuid

import pytest

from commerce.checkout.models import Checkout
from commerce.order.models import Order
from commerce.payment.models import Payment
from tests.factories import make_product, make_vendor
from tests.flows.buyers import Buyer, at_once
from tests.flows.conftest import Shop

pytestmark = pytest.mark.timeout(600)


def ready(shop: Shop) -> tuple[Buyer, str]:
    vendor = make_vendor()
    product = make_product(vendor=vendor, stock=100)
    buyer = Buyer(shop.base)
    buyer.add(product.stockrecords.get().sku)
    return buyer, buyer.check_out({vendor.slug: "standard"})


def require_one_order(buyer: Buyer) -> None:
    order = Order.objects.get(basket__public_id=buyer.basket)
    charges = Payment.objects.filter(checkout__basket__public_id=buyer.basket, status="captured")
    assert charges.count() == 1
    assert charges.get().order_id == order.pk


@pytest.mark.parametrize("times", [8, 20])
def test_one_key_gives_one_order_and_equal_bodies(shop: Shop, times: int) -> None:
    buyer, checkout = ready(shop)
    key = uuid.uuid4().hex
    answers = at_once([functools.partial(buyer.complete, checkout, key)] * times)
    done = [each.answer for each in answers if each.status == 201]
    turned_away = [each.answer for each in answers if each.status != 201]
    assert done
    assert len({each.content for each in done}) == 1
    assert {each.status_code for each in turned_away} <= {409}
    assert {each.json()["code"] for each in turned_away} <= {"in_flight"}
    again = buyer.complete(checkout, key).answer
    assert (again.status_code, again.content) == (201, done[0].content)
    assert again.headers["Idempotent-Replayed"] == "true"
    require_one_order(buyer)


def test_twenty_keys_give_one_order(shop: Shop) -> None:
    buyer, checkout = ready(shop)
    works = [functools.partial(buyer.complete, checkout, uuid.uuid4().hex) for _ in range(20)]
    statuses = sorted(each.status for each in at_once(works))
    assert statuses == [201] + [409] * 19
    require_one_order(buyer)


def test_opening_again_while_completing_waits_its_turn(shop: Shop) -> None:
    buyer, checkout = ready(shop)
    shipping = Checkout.objects.get(public_id=checkout).shipping
    works = [functools.partial(buyer.complete, checkout, uuid.uuid4().hex) for _ in range(10)]
    works += [functools.partial(buyer.reopen, shipping) for _ in range(10)]
    statuses = [each.status for each in at_once(works)]
    assert set(statuses) <= {201, 409}
    assert statuses[:10].count(201) == 1
    require_one_order(buyer)
