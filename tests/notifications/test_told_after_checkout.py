"""A purchase over REST ends in a message to the shopper and to each vendor."""

import json
import uuid
from typing import Any

import pytest
from django.test import Client

from common.outbox.services import delivery
from notifications.models import Message
from tests.factories import make_product, make_vendor
from tests.flows.buyers import ADDRESS

STORE = "/api/v1/store"


@pytest.mark.django_db
def test_a_purchase_is_told_to_everybody_it_concerns(client: Client) -> None:
    headers = {}

    def send(method: str, path: str, body: Any) -> Any:
        answer = client.generic(
            method,
            STORE + path,
            json.dumps(body) if method != "GET" else "",
            content_type="application/json",
            headers={"Idempotency-Key": uuid.uuid4().hex, **headers},
        )
        assert answer.status_code < 300, answer.content
        return answer.json()

    basket = send("POST", "/baskets/", {})
    headers["X-Basket-Token"] = basket["token"]
    for slug in ("ade", "bisi"):
        sku = make_product(vendor=make_vendor(slug=slug)).stockrecords.get().sku
        send("POST", f"/baskets/{basket['id']}/lines/", {"sku": sku, "quantity": 1})
    asked = {"basket": basket["id"], "email": "amina@example.com"}
    door = f"/checkouts/{send('POST', '/checkouts/', asked)['id']}"
    send("PATCH", f"{door}/", {"shipping_address": ADDRESS})
    found = send("GET", f"{door}/shipping-methods/", {})["results"]
    shipping = {each["vendor"]["slug"]: each["methods"][0]["code"] for each in found}
    send("PATCH", f"{door}/", {"shipping": shipping})
    assert send("POST", f"{door}/payment/", {"method": "test"})["status"] == "captured"
    assert len(send("POST", f"{door}/complete/", {})["orders"]) == 2
    delivery.drain()
    said = Message.objects.values_list("kind", "recipient").order_by("recipient")
    assert list(said) == [
        ("vendor_order_placed", "ade@example.com"),
        ("order_confirmation", "amina@example.com"),
        ("vendor_order_placed", "bisi@example.com"),
    ]
