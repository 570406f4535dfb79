"""The factories make what the tests believe they make."""

import pytest

from commerce.partner.models import StockRecord
from tests.factories import make_product


@pytest.mark.django_db
def test_a_product_with_options_has_a_stock_record_per_variant() -> None:
    product = make_product(options={"size": ["S", "M"], "color": ["Indigo"]}, stock=3)
    records = StockRecord.objects.filter(product__parent=product)
    assert sorted(record.num_in_stock for record in records) == [3, 3]
