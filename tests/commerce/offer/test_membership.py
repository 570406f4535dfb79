"""Which products are in which ranges, however many ranges there are."""

import pytest

from commerce.offer.models import Range
from commerce.offer.selectors import membership
from tests.factories import make_product, make_vendor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [1, 2, 5])
def test_each_range_knows_its_members(count: int) -> None:
    ranges, wanted = [], {}
    for number in range(count):
        vendor = make_vendor()
        product = make_product(vendor=vendor)
        found = Range.objects.create(name=f"Range {number}")
        found.included_vendors.add(vendor)
        ranges.append(found)
        wanted[found.pk] = frozenset({product.pk})
    ids = [pk for each in wanted.values() for pk in each]
    assert membership.members(ranges=ranges, product_ids=ids) == wanted
