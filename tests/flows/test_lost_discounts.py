"""C5: limits of vouchers and offers hold when twenty come at once."""

import functools
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from commerce.offer.models import Benefit, Condition, ConditionalOffer, OfferApplication, Range
from commerce.order.models import Order
from commerce.partner.models import StockRecord
from commerce.voucher.models import Voucher, VoucherApplication
from tests.factories import make_product, make_vendor
from tests.flows.buyers import Buyer, at_once, prepared
from tests.flows.conftest import Shop

BUYERS = 20
pytestmark = pytest.mark.timeout(600)


def make_offer(vendor: Any, **fields: Any) -> ConditionalOffer:
    covered = Range.objects.create(name=f"All of {vendor.slug}")
    covered.included_vendors.add(vendor)
    return ConditionalOffer.objects.create(
        name=f"Offer {vendor.slug}",
        condition=Condition.objects.create(range=covered, type=Condition.COUNT, value=1),
        benefit=Benefit.objects.create(range=covered, type=Benefit.PERCENTAGE, value=10),
        **fields,
    )


def skus_of(vendor: Any) -> list[str]:
    """A variant for each buyer, so that no lock on stock makes them wait for each other."""
    make_product(vendor=vendor, stock=5, options={"size": [str(n) for n in range(BUYERS)]})
    return list(StockRecord.objects.filter(partner=vendor).values_list("sku", flat=True))


def test_a_voucher_for_five_is_used_five_times(shop: Shop) -> None:
    vendor = make_vendor()
    skus = skus_of(vendor)
    now = timezone.now()
    voucher = Voucher.objects.create(
        name="Five", code=f"FIVE{vendor.pk}", usage=Voucher.MULTI_USE, max_uses=5,
        start_datetime=now - timedelta(days=1), end_datetime=now + timedelta(days=1),
    )  # fmt: skip
    voucher.offers.add(make_offer(vendor, offer_type=ConditionalOffer.VOUCHER))

    def make(number: int) -> Buyer:
        buyer = Buyer(shop.base)
        buyer.add(skus[number])
        buyer.voucher(voucher.code)
        return buyer

    ready = prepared(BUYERS, make)
    works = [functools.partial(buyer.buy, {vendor.slug: "standard"}) for buyer in ready]
    answers = at_once(works)
    assert {each.status for each in answers} <= {201, 409}
    voucher.refresh_from_db()
    discounted = Order.objects.filter(vendor_orders__vendor=vendor, discount_total__gt=0)
    used = VoucherApplication.objects.filter(voucher=voucher).count()
    assert (voucher.num_orders, used, discounted.count()) == (5, 5, 5)
    everybody = Order.objects.filter(vendor_orders__vendor=vendor)
    assert everybody.count() == 5, "nobody pays in full for what a voucher was to reduce"
    assert voucher.total_discount == sum(each.discount_total for each in discounted)


def test_an_offer_for_three_is_given_three_times(shop: Shop) -> None:
    vendor = make_vendor()
    skus = skus_of(vendor)
    offer = make_offer(vendor, max_global_applications=3)

    def make(number: int) -> Buyer:
        buyer = Buyer(shop.base)
        buyer.add(skus[number])
        return buyer

    ready = prepared(BUYERS, make)
    works = [functools.partial(buyer.buy, {vendor.slug: "standard"}) for buyer in ready]
    answers = at_once(works)
    assert {each.status for each in answers} <= {201, 409}
    offer.refresh_from_db()
    discounted = Order.objects.filter(vendor_orders__vendor=vendor, discount_total__gt=0)
    used = sum(OfferApplication.objects.filter(offer=offer).values_list("frequency", flat=True))
    assert (offer.num_applications, used, discounted.count()) == (3, 3, 3)
    assert offer.total_discount == sum(each.discount_total for each in discounted)
