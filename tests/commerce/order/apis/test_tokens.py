"""A guest's token opens one order, for 180 days after it was placed."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.signing import TimestampSigner
from django.test import Client
from django.utils import timezone

from commerce.order.models import Order
from commerce.order.selectors import orders, tokens
from tests.commerce.order.calling import buy
from tests.factories import make_product

pytestmark = pytest.mark.django_db


def read(number: str, token: str) -> Any:
    return Client().get(f"/api/v1/store/orders/{number}/", headers={"X-Order-Token": token})


def test_a_token_opens_its_own_order_and_reading_does_not_renew_it() -> None:
    product = make_product()
    mine, other = buy(product), buy(product)
    first = read(mine["number"], mine["token"])
    assert (first.status_code, first.json()["token"]) == (200, mine["token"])
    assert read(mine["number"], mine["token"])["ETag"] == first["ETag"]
    assert mine["number"] not in mine["token"]
    forged = TimestampSigner(salt="other").sign(mine["number"]).partition(":")[2]
    bad = ("", ":", "é", mine["token"][:-1], mine["token"] + "=", other["token"], forged, "9" * 999)
    for token in bad:
        answer = read(mine["number"], token)
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize(("days", "status"), [(179, 200), (181, 404)])
def test_a_token_ends_with_its_age(days: int, status: int) -> None:
    number = buy(make_product())["number"]
    order = Order.objects.get(number=number)
    order.date_placed = timezone.now() - timedelta(days=days)
    token = tokens._SignedAt(order.date_placed).sign(number).removeprefix(f"{number}:")
    assert read(number, token).status_code == status
    assert (orders.token_of(order) is None) == (status == 404)


def test_an_expired_token_cancels_nothing() -> None:
    number = buy(make_product())["number"]
    at = timezone.now() - timedelta(days=181)
    token = tokens._SignedAt(at).sign(number).removeprefix(f"{number}:")
    answer = Client().post(
        f"/api/v1/store/orders/{number}/cancel/", {}, content_type="application/json",
        headers={"X-Order-Token": token, "Idempotency-Key": "1"},
    )  # fmt: skip
    assert answer.status_code == 404
    assert Order.objects.get().status == "paid"
