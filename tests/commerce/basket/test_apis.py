"""Baskets over REST."""

from typing import Any

import pytest
from django.test import Client

from tests.factories import make_product, make_user

pytestmark = pytest.mark.django_db
BASKETS = "/api/v1/store/baskets/"


@pytest.fixture
def opened(client: Client) -> dict[str, Any]:
    answer = client.post(BASKETS, {}, content_type="application/json")
    assert answer.status_code == 201
    found: dict[str, Any] = answer.json()
    return found


def send(client: Client, method: str, path: str, body: Any, token: str, **headers: str) -> Any:
    return client.generic(
        method, f"{BASKETS}{path}", body if isinstance(body, bytes) else _json(body),
        content_type="application/json", headers={"X-Basket-Token": token, **headers},
    )  # fmt: skip


def _json(body: Any) -> str:
    import json

    return json.dumps(body)


def test_a_guest_fills_changes_and_empties_a_basket(client: Client, opened: Any) -> None:
    sku = make_product(price="2500.00").stockrecords.get().sku
    door, token = f"{opened['id']}/", opened["token"]
    filled = send(client, "POST", f"{door}lines/", {"sku": sku, "quantity": 2}, token)
    assert filled.status_code == 201
    found = filled.json()
    assert found["total"] == {"amount": "5000.00", "currency": "NGN"}
    assert "token" not in found
    line = found["lines"][0]["id"]
    assert found["groups"][0]["lines"] == [line]
    more = send(client, "PATCH", f"{door}lines/{line}/", {"quantity": 3}, token).json()
    assert (more["lines"][0]["quantity"], more["version"]) == (3, found["version"] + 1)
    less = send(client, "DELETE", f"{door}lines/{line}/", {}, token).json()
    assert less["lines"] == []


def test_more_than_is_left_is_refused_and_nothing_moves(client: Client, opened: Any) -> None:
    sku = make_product(stock=2).stockrecords.get().sku
    door, token = f"{opened['id']}/", opened["token"]
    refused = send(client, "POST", f"{door}lines/", {"sku": sku, "quantity": 3}, token)
    assert refused.status_code == 409
    said = refused.json()
    assert (said["code"], said["sku"], said["available"]) == ("insufficient_stock", sku, 2)
    assert send(client, "GET", door, {}, token).json()["lines"] == []


def test_a_stranger_finds_nothing(client: Client, opened: Any) -> None:
    assert send(client, "GET", f"{opened['id']}/", {}, "wrong").status_code == 404
    assert send(client, "GET", "bsk_none/", {}, opened["token"]).status_code == 404


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"sku": "NOPE", "quantity": 1}, 422), ({"sku": "X", "quantity": "1"}, 400),
        ({"sku": "X", "quantity": 0}, 422), ({"sku": "X", "quantity": 10**20}, 422),
        ({"sku": "X", "colour": 1}, 400), ({}, 422), (b"{", 400), (b"null", 400),
        ({"sku": "a\x00b", "quantity": 1}, 422), ({"sku": "x" * 1_000_000}, 422),
    ],
)  # fmt: skip
def test_malformed_lines_are_refused(client: Client, opened: Any, body: Any, status: int) -> None:
    answer = send(client, "POST", f"{opened['id']}/lines/", body, opened["token"])
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"


def test_a_stale_version_is_a_412(client: Client, opened: Any) -> None:
    sku = make_product().stockrecords.get().sku
    door, token = f"{opened['id']}/", opened["token"]
    tag = send(client, "GET", door, {}, token)["ETag"]
    body = {"sku": sku, "quantity": 1}
    assert (
        send(client, "POST", f"{door}lines/", body, token, **{"If-Match": tag}).status_code == 201
    )
    again = send(client, "POST", f"{door}lines/", body, token, **{"If-Match": tag})
    assert again.status_code == 412


def test_the_tag_moves_when_stock_does(client: Client, opened: Any) -> None:
    record = make_product(stock=5).stockrecords.get()
    door, token = f"{opened['id']}/", opened["token"]
    send(client, "POST", f"{door}lines/", {"sku": record.sku, "quantity": 5}, token)
    tag = send(client, "GET", door, {}, token)["ETag"]
    same = send(client, "GET", door, {}, token, **{"If-None-Match": tag})
    assert same.status_code == 304
    record.num_in_stock = 1
    record.save()
    fresh = send(client, "GET", door, {}, token, **{"If-None-Match": tag})
    assert fresh.status_code == 200
    assert fresh.json()["lines"][0]["warnings"][0]["code"] == "insufficient_stock"


def test_a_guest_signs_in_and_claims_the_basket_once(client: Client, opened: Any) -> None:
    sku = make_product(stock=3).stockrecords.get().sku
    door, token = f"{opened['id']}/", opened["token"]
    send(client, "POST", f"{door}lines/", {"sku": sku, "quantity": 2}, token)
    assert send(client, "POST", f"{door}claim/", {}, token).status_code == 401
    person = make_user()
    login = {"email": person.email, "password": "correct-horse-battery"}
    answer = client.post(
        "/api/v1/auth/app/v1/auth/login", login, content_type="application/json"
    )  # fmt: skip
    signed = {"Authorization": f"Bearer {answer.json()['meta']['access_token']}"}
    assert send(client, "POST", f"{door}claim/", {}, "wrong", **signed).status_code == 404
    for _ in range(2):
        claimed = send(client, "POST", f"{door}claim/", {}, token, **signed)
        assert claimed.status_code == 200
        assert [each["quantity"] for each in claimed.json()["lines"]] == [2]
    current = send(client, "GET", "current/", {}, "", **signed)
    assert current.json()["id"] == claimed.json()["id"]
