"""Staff look up what there is; whoever may not look is turned away."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from commerce.partner.models import Partner
from notifications.models import Message
from tests.factories import make_product, make_user
from tests.factories.orders import make_order

pytestmark = pytest.mark.django_db
LISTS = (
    "products",
    "categories",
    "collections",
    "vendors",
    "orders",
    "vendor_orders",
    "vouchers",
    "offers",
    "messages",
)


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_list_opens_filters_and_exports(admin: Client, name: str) -> None:
    assert admin.get(f"/admin/desk_{name}/").status_code == 200
    assert admin.get(f"/admin/desk_{name}/?q=none").status_code == 200
    export = admin.get(f"/admin/desk_{name}/?export=csv")
    assert (export.status_code, export["Content-Type"]) == (200, "text/csv")


def test_products_vendors_and_messages_show_a_page_each(admin: Client) -> None:
    product = make_product(title="Adire shirt", options={"size": ["S", "M"]})
    message = Message.objects.create(
        kind="order_confirmation", channel="email", recipient="a@example.com", subject="Hello",
        body_text="Hello there", dedupe_key="one",
    )  # fmt: skip
    listed = admin.get("/admin/desk_products/?q=adire").content.decode()
    assert listed.count("Adire shirt") >= 1
    whole = admin.get("/admin/desk_products/").content.decode()
    assert whole.count("/admin/desk_products/inspect/") == listed.count(
        "/admin/desk_products/inspect/"
    )
    assert "(blank)" not in whole
    vendor = Partner.objects.get()
    for name, row in (("products", product), ("vendors", vendor), ("messages", message)):
        assert admin.get(f"/admin/desk_{name}/inspect/{row.pk}/").status_code == 200


def test_orders_and_messages_are_not_edited_and_nothing_is_deleted(admin: Client) -> None:
    order = make_order()
    part = order.vendor_orders.get()
    message = Message.objects.create(
        kind="order_confirmation", channel="email", recipient="a@example.com", body_text="Hello",
        dedupe_key="one",
    )  # fmt: skip
    rows = {"vendors": part.vendor, "orders": order, "vendor_orders": part, "messages": message}
    for name, row in rows.items():
        edit = [] if name == "vendors" else [f"edit/{row.pk}/"]
        for path in (*edit, f"delete/{row.pk}/", "new/"):
            assert admin.post(f"/admin/desk_{name}/{path}").status_code in (302, 403, 404)
        assert type(row).objects.filter(pk=row.pk).exists()


def test_an_editor_sees_products_and_no_orders() -> None:
    editor = make_user(is_staff=True)
    editor.groups.add(Group.objects.get(name="Editors"))
    client = Client()
    client.force_login(editor)
    assert client.get("/admin/desk_products/").status_code == 200
    assert client.get("/admin/desk_orders/").status_code == 302
