from decimal import Decimal

import pytest
from django.template import Context, Template

from common.utils.money import shown


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("35000.00", "NGN", "₦35,000"),
        ("1250.50", "USD", "$1,250.50"),
        ("-80", "GBP", "−£80"),
        ("0", "GHS", "GHS 0"),
    ],
)
def test_money_reads_as_people_write_it(amount: str, currency: str, text: str) -> None:
    assert shown(Decimal(amount), currency) == text


def test_the_filter_takes_amounts_and_money_of_the_wire() -> None:
    page = Template("{% load money %}{{ a|money:'NGN' }} {{ b|money }} [{{ c|money }}]")
    wire = {"amount": "12.50", "currency": "EUR"}
    assert page.render(Context({"a": Decimal(7), "b": wire})) == "₦7 €12.50 []"
