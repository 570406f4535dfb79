"""Who may do what for which vendor, over REST with real tokens."""

from typing import Any

import pytest

from commerce.partner.models import Partner
from commerce.vendors.models import Member
from common.models import AuditEntry
from tests.commerce.order.calling import Person, buy, member_of, owner_of, staff
from tests.factories import make_product, make_user, make_vendor

pytestmark = pytest.mark.django_db
Role = Member.Role


def test_a_profile_is_read_and_changed() -> None:
    vendor = make_vendor(name="Ade", city="Lagos")
    owner = owner_of(vendor)
    found = owner.ask("GET", "/vendor/profile/").json()
    assert (found["slug"], found["name"], found["status"]) == (vendor.slug, "Ade", "approved")
    changed = owner.ask("PATCH", "/vendor/profile/", {"city": "Abuja", "is_open": False}).json()
    assert (changed["city"], changed["is_open"], changed["name"]) == ("Abuja", False, "Ade")
    act = AuditEntry.objects.get(action="vendor.profile_changed")
    assert (act.actor, act.vendor_slug) == (owner.user, vendor.slug)
    assert (act.before, act.after["city"]) == ({"city": "Lagos", "is_open": True}, "Abuja")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"status": "approved"}, 400),
        ({"commission_rate": "0"}, 400),
        ({"is_open": "yes"}, 400),
        ([], 400),
        ({"email": "nobody"}, 422),
        ({"description": "x" * 5001}, 422),
    ],
)
def test_what_a_profile_refuses_changes_nothing(body: Any, status: int) -> None:
    vendor = make_vendor()
    before = Partner.objects.filter(pk=vendor.pk).values().get()
    answer = owner_of(vendor).ask("PATCH", "/vendor/profile/", body)
    assert answer.status_code == status
    assert Partner.objects.filter(pk=vendor.pk).values().get() == before
    assert not AuditEntry.objects.exists()


def test_a_member_of_two_vendors_names_one() -> None:
    user = make_user()
    one, two, rival = make_vendor(owner=user), make_vendor(owner=user), make_vendor()
    person = Person(user)
    missing = person.ask("GET", "/vendor/profile/")
    assert (missing.status_code, missing.json()["code"]) == (400, "vendor_required")
    for vendor in (one, two):
        answer = person.ask("GET", "/vendor/profile/", vendor=vendor.slug)
        assert answer.json()["slug"] == vendor.slug
    foreign = person.ask("GET", "/vendor/profile/", vendor=rival.slug)
    unknown = person.ask("GET", "/vendor/profile/", vendor="nobody")
    assert (foreign.status_code, unknown.status_code) == (404, 404)
    assert foreign.content == unknown.content
    Member.objects.filter(vendor=two, user=user).update(is_active=False)
    assert person.ask("GET", "/vendor/profile/").json()["slug"] == one.slug
    assert person.ask("GET", "/vendor/profile/", vendor=two.slug).status_code == 404


@pytest.mark.parametrize(
    ("role", "keeps", "fulfils"),
    [
        (Role.OWNER, True, True),
        (Role.MANAGER, True, True),
        (Role.TAILOR, False, True),
        (Role.FINANCE, False, False),
    ],
)
def test_each_role_does_its_own_and_no_more(role: str, keeps: bool, fulfils: bool) -> None:
    vendor = make_vendor()
    product = make_product(vendor=vendor)
    order = buy(product)["orders"][0]["id"]
    person = member_of(vendor, role)
    for path in ("profile/", "products/", "stock/", "orders/", f"orders/{order}/"):
        assert person.ask("GET", f"/vendor/{path}").status_code == 200
    row = {"sku": product.stockrecords.get().sku, "quantity": 5}
    for path, body in (("profile/", {"city": "Jos"}), ("stock/", [row])):
        answer = person.ask("PATCH", f"/vendor/{path}", body)
        assert answer.status_code == (200 if keeps else 403)
        assert keeps or answer.json()["code"] == "role_not_allowed"
    for step in ("accept", "ship"):
        answer = person.ask("POST", f"/vendor/orders/{order}/{step}/", {})
        assert answer.status_code == (200 if fulfils else 403)
    status = person.ask("GET", f"/vendor/orders/{order}/").json()["status"]
    assert status == ("shipped" if fulfils else "placed")


def test_a_token_opens_its_own_surface_only() -> None:
    owner, operator = owner_of(make_vendor()), staff()
    for person, path, audience in (
        (owner, "/vendor/profile/", "store"),
        (owner, "/admin/orders/", "store"),
        (owner, "/admin/orders/", "vendor"),
        (operator, "/vendor/profile/", "admin"),
    ):
        assert person.ask("GET", path, audience=audience).status_code == 403
    refused = operator.token("vendor")
    assert (refused.status_code, refused.json()["code"]) == (403, "no_role")
    assert owner.token("admin").status_code == 403


def test_who_leaves_the_team_is_out_with_the_next_call() -> None:
    vendor = make_vendor()
    owner = owner_of(vendor)
    assert owner.ask("GET", "/vendor/stock/").status_code == 200
    Member.objects.filter(vendor=vendor).update(is_active=False)
    assert owner.ask("GET", "/vendor/stock/").status_code in (403, 404)
