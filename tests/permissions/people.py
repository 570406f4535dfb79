"""Nine callers and a shop with something of everybody's in it."""

import uuid
from typing import Any

import httpx
from django.contrib.auth.models import Group

from commerce.order.models import VendorOrder
from commerce.storefront.services import documents
from notifications.models import Message
from tests.factories import make_product, make_user, make_vendor
from tests.factories.people import PASSWORD
from tests.flows.buyers import ADDRESS

JSON = dict[str, Any]
ROLES = (
    "anonymous", "shopper_a", "shopper_b", "vendor_a", "vendor_b", "editor", "staff", "admin",
)  # fmt: skip
FEW = ("anonymous", "shopper_a", "vendor_a", "staff")
STORE = ("/api/v1/store/", "/api/v1/me/", "/api/v1/auth/")


class Stand:
    """A shop in which shopper A bought from vendor A, and who may knock on its doors."""

    def __init__(self, base: str) -> None:
        self.base = base
        self._people()
        self.callers = {role: Caller(base, role) for role in ROLES}
        self.values = self._world()

    def _people(self) -> None:
        for name in ("shopper_a", "shopper_b"):
            make_user(email=f"{name}@example.com")
        for name in ("vendor_a", "vendor_b"):
            owner = make_user(email=f"{name}@example.com")
            make_vendor(owner=owner, slug=name.replace("_", "-"), name=name)
        editor = make_user(email="editor@example.com", is_staff=True)
        editor.groups.add(Group.objects.get(name="Editors"))
        staff = make_user(email="staff@example.com", is_staff=True)
        staff.groups.add(Group.objects.get(name="Operations"))
        make_user(email="admin@example.com", is_staff=True, is_superuser=True)

    def _world(self) -> dict[str, str]:
        from commerce.partner.models import Partner

        vendor = Partner.objects.get(slug="vendor-a")
        product = make_product(vendor=vendor, slug="a-shirt", stock=50)
        documents.rebuild()
        sku = product.stockrecords.get().sku
        store = self.callers["shopper_a"]
        checkout, number = self._bought(store, sku)
        basket = store.ask("POST", "/api/v1/store/baskets/", {})
        line = store.ask(
            "POST", f"/api/v1/store/baskets/{basket['id']}/lines/", {"sku": sku, "quantity": 1}
        )["lines"][0]["id"]
        message = Message.objects.create(
            kind="order_confirmation", channel="email", recipient="a@example.com",
            subject="Hello", body_text="Hello", dedupe_key=uuid.uuid4().hex,
        )  # fmt: skip
        vendor_order = VendorOrder.objects.get(order__number=number)
        return {
            "slug": "a-shirt", "number": number, "basket_id": basket["id"], "line_id": line,
            "checkout_id": checkout, "order_id": vendor_order.public_id,
            "message_id": message.public_id, "vendor_slug": "vendor-a", "code": "NONE",
            "path": "none", "session_id": "ses_none",
        }  # fmt: skip

    def _bought(self, store: "Caller", sku: str) -> tuple[str, str]:
        basket = store.ask("POST", "/api/v1/store/baskets/", {})["id"]
        store.ask("POST", f"/api/v1/store/baskets/{basket}/lines/", {"sku": sku, "quantity": 1})
        wanted = {
            "basket": basket, "email": "shopper_a@example.com", "shipping_address": ADDRESS,
            "shipping": {"vendor-a": "standard"},
        }  # fmt: skip
        checkout = store.ask("POST", "/api/v1/store/checkouts/", wanted)["id"]
        door = f"/api/v1/store/checkouts/{checkout}"
        store.ask("POST", f"{door}/payment/", {"method": "test"})
        return checkout, store.ask("POST", f"{door}/complete/", {})["number"]


class Caller:
    """One person with a session for pages and tokens for each surface they may use."""

    def __init__(self, base: str, role: str) -> None:
        self.role = role
        self.pages = httpx.Client(base_url=base, timeout=30)
        self.api = httpx.Client(base_url=base, timeout=30)
        self.tokens: dict[str, str] = {}
        if role != "anonymous":
            self._sign_in()
            self._sign_in_pages()

    def ask(self, method: str, path: str, body: JSON) -> JSON:
        """Send what must succeed and return its answer."""
        answer = self.knock(method, path, body)
        assert answer.status_code < 300, f"{method} {path}: {answer.status_code} {answer.text}"
        found: JSON = answer.json()
        return found

    def knock(self, method: str, path: str, body: JSON | None = None) -> httpx.Response:
        """Knock on a door as this person; a write without a body of its own sends `{}`."""
        if not path.startswith("/api/"):
            return self.pages.request(method, path)
        headers = {"Idempotency-Key": uuid.uuid4().hex}
        if token := self.tokens.get(self._audience(path)):
            headers["Authorization"] = f"Bearer {token}"
        data = None if method in ("GET", "DELETE") else (body or {})
        return self.api.request(method, path, json=data, headers=headers)

    def _audience(self, path: str) -> str:
        wanted = path.split("/")[3] if path.startswith(("/api/v1/vendor", "/api/v1/admin")) else ""
        return wanted if wanted in self.tokens else "store"

    def _sign_in(self) -> None:
        answer = self.api.post(
            "/api/v1/auth/app/v1/auth/login",
            json={"email": f"{self.role}@example.com", "password": PASSWORD},
        )
        self.tokens["store"] = answer.json()["meta"]["access_token"]
        for audience in ("vendor", "admin"):
            found = self.api.post(
                "/api/v1/auth/token/",
                json={"audience": audience},
                headers={"Authorization": f"Bearer {self.tokens['store']}"},
            )
            if found.status_code == 200:
                self.tokens[audience] = found.json()["access_token"]

    def _sign_in_pages(self) -> None:
        self.pages.get("/accounts/login/")
        answer = self.pages.post(
            "/accounts/login/",
            data={
                "login": f"{self.role}@example.com",
                "password": PASSWORD,
                "csrfmiddlewaretoken": self.pages.cookies["csrftoken"],
            },
            headers={"Referer": str(self.pages.base_url)},
        )
        assert answer.status_code == 302, answer.text[-500:]
