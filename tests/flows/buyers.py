"""Guests who fill baskets and buy, many at once."""

import threading
import time
import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import httpx

ADDRESS = {
    "first_name": "Amina", "last_name": "Bello", "line1": "12 Awolowo Road", "line2": "",
    "city": "Lagos", "state": "Lagos", "postcode": "", "country": "NG", "phone": "+2348012345678",
}  # fmt: skip
JSON = dict[str, Any]


@dataclass(frozen=True)
class Timed:
    """An answer and how many seconds it took."""

    answer: httpx.Response
    seconds: float

    @property
    def status(self) -> int:
        return self.answer.status_code


class Buyer:
    """One guest with one basket."""

    def __init__(self, base: str) -> None:
        self.http = httpx.Client(base_url=f"{base}/api/v1/store", timeout=30)
        opened = self._post("/baskets/", {})
        self.basket, self.token = opened["id"], opened["token"]
        self.http.headers["X-Basket-Token"] = self.token

    def add(self, sku: str, quantity: int = 1) -> None:
        """Put a variant in the basket."""
        self._post(f"/baskets/{self.basket}/lines/", {"sku": sku, "quantity": quantity})

    def voucher(self, code: str) -> None:
        """Put a voucher on the basket."""
        self._post(f"/baskets/{self.basket}/vouchers/", {"code": code})

    def check_out(self, shipping: dict[str, str], *, pay: bool = True) -> str:
        """Open a checkout with all it needs and answer its id."""
        asked = {**self._wanted(shipping)}
        checkout = self._post("/checkouts/", asked, key=True)["id"]
        if pay:
            paid = self._post(f"/checkouts/{checkout}/payment/", {"method": "test"}, key=True)
            assert paid["status"] == "captured"
        return str(checkout)

    def complete(self, checkout: str, key: str) -> Timed:
        """Complete a checkout."""
        return self._timed(f"/checkouts/{checkout}/complete/", {}, key)

    def reopen(self, shipping: dict[str, str]) -> Timed:
        """Open the checkout of the basket once more."""
        return self._timed("/checkouts/", self._wanted(shipping), uuid.uuid4().hex)

    def buy(self, shipping: dict[str, str]) -> Timed:
        """Buy the basket in one request."""
        body = {**self._wanted(shipping), "payment": {"method": "test"}, "complete": True}
        return self._timed("/checkouts/", body, uuid.uuid4().hex)

    def _wanted(self, shipping: dict[str, str]) -> JSON:
        email = f"{self.basket.lower()}@example.com"
        return {
            "basket": self.basket, "email": email, "shipping_address": ADDRESS,
            "shipping": shipping,
        }  # fmt: skip

    def send(self, path: str, body: JSON, headers: dict[str, str]) -> Timed:
        """Post something."""
        start = time.monotonic()
        answer = self.http.post(path, json=body, headers=headers)
        return Timed(answer, time.monotonic() - start)

    def _timed(self, path: str, body: JSON, key: str) -> Timed:
        return self.send(path, body, {"Idempotency-Key": key})

    def _post(self, path: str, body: JSON, *, key: bool = False) -> JSON:
        headers = {"Idempotency-Key": uuid.uuid4().hex} if key else {}
        answer = self.http.post(path, json=body, headers=headers)
        assert answer.status_code in (200, 201), answer.text
        found: JSON = answer.json()
        return found


def prepared(count: int, make: Callable[[int], Buyer]) -> list[Buyer]:
    """Make so many buyers, eight at a time."""
    with ThreadPoolExecutor(8) as threads:
        return list(threads.map(make, range(count)))


def at_once(works: Sequence[Callable[[], Timed]]) -> list[Timed]:
    """Run everything at the same moment."""
    gate = threading.Barrier(len(works))

    def run(work: Callable[[], Timed]) -> Timed:
        gate.wait()
        return work()

    with ThreadPoolExecutor(len(works)) as threads:
        return list(threads.map(run, works))
