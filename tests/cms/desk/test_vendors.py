"""Staff let vendors in, keep them out, and write down what was agreed."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from common.models import AuditEntry
from tests.factories import make_product, make_vendor
from tests.factories.orders import make_order

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
ROOT = "/admin/desk_vendors"


def test_a_vendor_is_approved_suspended_and_reopened(signed_in: SignIn) -> None:
    client, vendor = signed_in("Operations"), make_vendor(status="pending")
    page = f"{ROOT}/inspect/{vendor.pk}/"
    for act, status, button in (
        ("approve", "approved", "Suspend"),
        ("suspend", "suspended", "Reopen"),
        ("reopen", "approved", "Suspend"),
    ):
        client.post(page, {"act": act})
        vendor.refresh_from_db()
        shown = client.get(page).content.decode()
        assert vendor.status == status and f">{button}</button>" in shown
    answer = client.post(page, {"act": "approve"})
    assert "cannot take the step" in " ".join(map(str, get_messages(answer.wsgi_request)))
    assert AuditEntry.objects.filter(subject_id=vendor.public_id).count() == 3


def test_a_page_counts_people_products_and_orders(signed_in: SignIn) -> None:
    vendor = make_vendor(name="Indigo")
    make_product(vendor=vendor, options={"size": ["S", "M"]})
    make_order(vendors=(vendor,), method="test")
    shown = signed_in("Operations").get(f"{ROOT}/inspect/{vendor.pk}/").content.decode()
    assert vendor.members.get().user.email in shown
    assert f"/admin/desk_products/?vendor={vendor.pk}&quot;" in shown or (
        f"/admin/desk_products/?vendor={vendor.pk}" in shown
    )
    assert f'/admin/desk_vendor_orders/?vendor={vendor.pk}&amp;status=placed">1<' in shown


def test_what_was_agreed_is_edited_and_kept(signed_in: SignIn) -> None:
    client, vendor = signed_in("Operations"), make_vendor()
    form = f"{ROOT}/edit/{vendor.pk}/"
    assert client.get(form).status_code == 200
    said = {
        "name": "Adire & Co", "description": "Indigo", "city": "Abeokuta", "logo": "",
        "email": "adire@example.com", "phone": "0801 234 5678", "commission": "12.5",
    }  # fmt: skip
    answer = client.post(form, said)
    assert answer["Location"] == f"{ROOT}/inspect/{vendor.pk}/"
    vendor.refresh_from_db()
    assert (vendor.name, vendor.city) == ("Adire & Co", "Abeokuta")
    assert (vendor.phone, vendor.commission_rate) == ("+2348012345678", Decimal("0.1250"))
    entry = AuditEntry.objects.get(action="vendor.profile_changed")
    assert (entry.before["commission_rate"], entry.after["commission_rate"]) == (
        "0.1500", "0.125",
    )  # fmt: skip
    shown = client.get(f"{ROOT}/inspect/{vendor.pk}/").content.decode()
    assert "Adire &amp; Co" in shown and "12.50 %" in shown
    for wrong in (
        {"commission": "101"},
        {"name": ""},
        {"phone": "x"},
        {"email": "x"},
        {"logo": "x"},
        {"description": "x" * 5001},
    ):
        answer = client.post(form, {**said, **wrong})
        assert answer.status_code == 200
        assert list(answer.context["form"].errors) == list(wrong)
    vendor.refresh_from_db()
    assert (vendor.name, vendor.commission_rate) == ("Adire & Co", Decimal("0.1250"))


def test_who_may_only_look_sees_no_buttons(signed_in: SignIn) -> None:
    vendor = make_vendor()
    page, form = f"{ROOT}/inspect/{vendor.pk}/", f"{ROOT}/edit/{vendor.pk}/"
    for group in ("Finance", "Support", "Merchandisers"):
        client = signed_in(group)
        shown = client.get(page).content.decode()
        assert vendor.name in shown and "desk-acts" not in shown and form not in shown
        assert client.post(page, {"act": "suspend"}).status_code == 302
        assert client.post(form, {"name": "Mine"}).status_code == 302
    assert signed_in("Editors").get(page).status_code == 302
    name = vendor.name
    vendor.refresh_from_db()
    assert (vendor.status, vendor.name) == ("approved", name)
