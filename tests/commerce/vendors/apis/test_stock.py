"""Stock counted many at once: each row has its own answer."""

from typing import Any

import pytest

from commerce.partner.models import StockRecord
from common.outbox.models import OutboxEvent
from tests.commerce.order.calling import buy, owner_of
from tests.factories import make_product, make_vendor

pytestmark = pytest.mark.django_db


def counts(vendor: Any) -> dict[str, int]:
    return dict(StockRecord.objects.filter(partner=vendor).values_list("sku", "num_in_stock"))


@pytest.mark.parametrize("is_bare", [True, False])
def test_each_row_is_answered_and_a_refused_one_sinks_no_other(is_bare: bool) -> None:
    vendor, rival = make_vendor(), make_vendor()
    sold = make_product(vendor=vendor, stock=5)
    buy(sold, quantity=3)
    taken = sold.stockrecords.get().sku
    free = make_product(vendor=vendor, stock=5).stockrecords.get().sku
    theirs = make_product(vendor=rival, stock=7).stockrecords.get().sku
    asked = [(free, 9), (taken, 2), (theirs, 1), ("NO-SUCH", 1), (free, 1), (taken, 3)]
    rows = [{"sku": sku, "quantity": quantity} for sku, quantity in asked[:5]]
    body: Any = rows if is_bare else {"rows": rows}
    OutboxEvent.objects.all().delete()
    answer = owner_of(vendor).ask("PATCH", "/vendor/stock/", body)
    assert answer.status_code == 200
    said = answer.json()["results"]
    assert [(each["sku"], each["status"], each["quantity"], each["code"]) for each in said] == [
        (free, "updated", 9, ""),
        (taken, "refused", None, "stock_committed"),
        (theirs, "refused", None, "unknown_sku"),
        ("NO-SUCH", "refused", None, "unknown_sku"),
        (free, "refused", None, "repeated_sku"),
    ]
    assert all(each["detail"] for each in said[1:])
    assert "3 of" in said[1]["detail"]
    assert counts(vendor) == {free: 9, taken: 5}
    assert counts(rival) == {theirs: 7}
    assert OutboxEvent.objects.filter(type="stock.changed").count() == 1


def test_the_promised_pieces_are_the_lowest_count() -> None:
    vendor = make_vendor()
    product = make_product(vendor=vendor, stock=5)
    buy(product, quantity=3)
    sku = product.stockrecords.get().sku
    owner = owner_of(vendor)
    found = owner.ask("PATCH", "/vendor/stock/", [{"sku": sku, "quantity": 3}]).json()
    assert found["results"][0]["status"] == "updated"
    level = owner.ask("GET", "/vendor/stock/").json()["results"][0]
    assert (level["quantity"], level["allocated"], level["available"]) == (3, 3, 0)


@pytest.mark.parametrize(
    ("body", "status", "pointer"),
    [
        ("x", 400, None),
        ([1], 400, "/0"),
        ({"rows": {}}, 400, "/rows"),
        ([{"sku": "A", "quantity": "1"}], 400, "/0/quantity"),
        ({"rows": [{"sku": "A", "quantity": 1.5}]}, 400, "/rows/0/quantity"),
        ([{"sku": "A", "quantity": 1, "price": 1}], 400, "/0/price"),
        ({}, 422, "/rows"),
        ([{"sku": "A", "quantity": -1}], 422, "/0/quantity"),
        ([{"sku": "A", "quantity": 1}, {"quantity": 1}], 422, "/1/sku"),
        ({"rows": [{"sku": "A", "quantity": 1_000_001}]}, 422, "/rows/0/quantity"),
        ([{"sku": "A", "quantity": 1}] * 501, 422, ""),
        ({"rows": [{"sku": "A", "quantity": 1}] * 501}, 422, "/rows"),
    ],
)
def test_a_body_that_is_none_counts_nothing(body: Any, status: int, pointer: str | None) -> None:
    vendor = make_vendor()
    make_product(vendor=vendor, stock=4)
    answer = owner_of(vendor).ask("PATCH", "/vendor/stock/", body)
    assert answer.status_code == status
    if pointer is not None:
        assert answer.json()["errors"][0]["pointer"] == pointer
    assert list(counts(vendor).values()) == [4]


def test_five_hundred_rows_are_taken_in_few_statements(django_assert_max_num_queries: Any) -> None:
    vendor = make_vendor()
    skus = [make_product(vendor=vendor).stockrecords.get().sku for _ in range(3)]
    rows = [{"sku": sku, "quantity": 8} for sku in skus]
    rows += [{"sku": f"NO-{number}", "quantity": 1} for number in range(497)]
    owner = owner_of(vendor)
    owner.ask("GET", "/vendor/profile/")
    with django_assert_max_num_queries(20):
        answer = owner.ask("PATCH", "/vendor/stock/", rows)
    assert [each["status"] for each in answer.json()["results"][:4]] == ["updated"] * 3 + [
        "refused"
    ]
    assert set(counts(vendor).values()) == {8}


def test_products_and_stock_come_in_pages_of_ones_own() -> None:
    vendor, rival = make_vendor(), make_vendor()
    for _ in range(3):
        make_product(vendor=vendor)
    make_product(vendor=rival)
    owner = owner_of(vendor)
    for path in ("products", "stock"):
        first = owner.ask("GET", f"/vendor/{path}/?limit=2").json()
        assert (first["count"], len(first["results"]), first["previous"]) == (3, 2, None)
        rest = owner.ask("GET", first["next"].partition("/api/v1")[2]).json()
        assert (len(rest["results"]), rest["next"]) == (1, None)
        for query in ("limit=0", "limit=101", "cursor=x", "colour=red"):
            assert owner.ask("GET", f"/vendor/{path}/?{query}").status_code == 400
