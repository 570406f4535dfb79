"""People with real tokens who call the vendor and the staff API, and guests who buy."""

import json
import uuid
from typing import Any

from django.contrib.auth.models import Group
from django.test import Client

from commerce.vendors.models import Member
from tests.common.apis import documented
from tests.factories import make_user
from tests.factories.people import PASSWORD
from tests.flows.buyers import ADDRESS

API, STORE = "/api/v1", "/api/v1/store"
LOGIN = f"{API}/auth/app/v1/auth/login"


class Person:
    """Somebody signed in, with a token of the audience of what they call."""

    def __init__(self, user: Any) -> None:
        self.user, self.client = user, Client()
        body = {"email": user.email, "password": PASSWORD}
        self.store = self._post(LOGIN, body).json()["meta"]["access_token"]
        self.tokens = {"store": self.store}

    def token(self, audience: str) -> Any:
        """Exchange the store token for one of another audience."""
        return self._post(
            f"{API}/auth/token/", {"audience": audience}, Authorization=f"Bearer {self.store}"
        )

    def ask(
        self, method: str, path: str, body: Any = None, *, key: str = "", vendor: str = "",
        audience: str = "",
    ) -> Any:  # fmt: skip
        """Call `/vendor/…` or `/admin/…`; every answer has to be a documented one."""
        wanted = audience or path.split("/")[1]
        if wanted not in self.tokens:
            self.tokens[wanted] = self.token(wanted).json()["access_token"]
        headers = {"Authorization": f"Bearer {self.tokens[wanted]}"}
        if method == "POST":
            headers["Idempotency-Key"] = key or uuid.uuid4().hex
        if vendor:
            headers["X-Vendor"] = vendor
        answer = self.client.generic(
            method, API + path, "" if body is None else json.dumps(body),
            content_type="application/json", headers=headers,
        )  # fmt: skip
        documented.require(answer, method=method, path=API + path)
        return answer

    def _post(self, path: str, body: Any, **headers: str) -> Any:
        return self.client.post(path, body, content_type="application/json", headers=headers)


def owner_of(vendor: Any) -> Person:
    """Sign the owner of a vendor in."""
    return Person(Member.objects.get(vendor=vendor, role=Member.Role.OWNER).user)


def member_of(vendor: Any, role: str) -> Person:
    """Sign a new member of a vendor in."""
    user = make_user()
    Member.objects.create(vendor=vendor, user=user, role=role)
    return Person(user)


def staff() -> Person:
    """Sign somebody of the operations in."""
    user = make_user(is_staff=True)
    user.groups.add(Group.objects.get(name="Operations"))
    return Person(user)


def buy(
    *products: Any, quantity: int = 1, voucher: str = "", method: str = "test",
    email: str = "amina@example.com",
) -> Any:  # fmt: skip
    """Buy so many of each product as a guest and return the order group."""
    client, headers = Client(), {}

    def send(path: str, body: Any) -> Any:
        answer = client.post(
            STORE + path, body, content_type="application/json",
            headers={"Idempotency-Key": uuid.uuid4().hex, **headers},
        )  # fmt: skip
        assert answer.status_code < 300, answer.content
        return answer.json()

    basket = send("/baskets/", {})
    headers["X-Basket-Token"] = basket["token"]
    for each in products:
        line = {"sku": each.stockrecords.get().sku, "quantity": quantity}
        send(f"/baskets/{basket['id']}/lines/", line)
    if voucher:
        send(f"/baskets/{basket['id']}/vouchers/", {"code": voucher})
    wanted = {
        "basket": basket["id"], "email": email, "shipping_address": ADDRESS,
        "shipping": {each.vendor.slug: "standard" for each in products},
        "payment": {"method": method}, "complete": True,
    }  # fmt: skip
    return send("/checkouts/", wanted)
