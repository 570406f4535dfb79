"""What staff look up: lists with search, filters and CSV, each row on a page of its own.

What is done about a row goes through the services behind the REST API.
"""

from typing import Any

from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.permission_policies import ModelPermissionPolicy

from cms.desk.orders import OrderPage, VendorOrderPage
from cms.desk.people import MessagePage, VendorPage
from commerce.catalogue.models import Collection, Product
from commerce.order.models import Order, VendorOrder
from commerce.partner.models import Partner
from commerce.voucher.models import Voucher
from notifications.models import Message


class LookOnly(ModelPermissionPolicy):  # type: ignore[misc]
    """Lets people look who hold the model's `view` permission; nobody adds or changes here."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Return whether it is looking and they may."""
        return action == "view" and bool(super().user_has_permission(user, "view"))

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """Return whether looking is among the actions and they may."""
        return "view" in actions and self.user_has_permission(user, "view")


class LookUp(ModelViewSet):  # type: ignore[misc]
    """A list and a page per row."""

    inspect_view_enabled = True
    form_fields: tuple[str, ...] = ()
    add_to_admin_menu = False
    list_per_page = 50

    @property
    def permission_policy(self) -> LookOnly:
        """Return who may look."""
        return LookOnly(self.model)


class ProductIndex(IndexView):  # type: ignore[misc]
    """The list of products without their variants, the newest first."""

    default_ordering = "-date_created"

    def get_base_queryset(self) -> Any:
        """Return the products."""
        return super().get_base_queryset().exclude(structure="child").select_related("vendor")


class Products(LookUp):
    """Products, never variants."""

    index_view_class = ProductIndex

    model = Product
    icon = "tag"
    list_display = ("title", "vendor", "status", "is_public", "published_at")
    list_filter = ("status", "vendor", "is_public")
    list_export = ("slug", "title", "vendor", "status", "is_public", "published_at")
    search_fields = ("title", "slug")
    search_backend_name = None
    inspect_view_fields = (
        "title", "slug", "vendor", "status", "is_public", "categories", "published_at",
    )  # fmt: skip


class Collections(LookUp):
    """Collections."""

    model = Collection
    icon = "folder-open-inverse"
    list_display = ("title", "slug", "kind", "is_public", "position")
    list_filter = ("kind", "is_public")
    list_export = list_display
    search_fields = ("title", "slug")
    search_backend_name = None
    inspect_view_fields = ("title", "slug", "description", "kind", "is_public")


class Vendors(LookUp):
    """Vendors."""

    inspect_view_class = VendorPage
    model = Partner
    icon = "group"
    list_display = ("name", "city", "status", "is_open", "commission_rate", "created_at")
    list_filter = ("status", "is_open")
    list_export = list_display
    search_fields = ("name", "slug", "city")
    search_backend_name = None
    inspect_view_fields = ("name", "slug", "email", "city", "status", "is_open", "description")


class Orders(LookUp):
    """Order groups."""

    inspect_view_class = OrderPage
    model = Order
    icon = "form"
    list_display = ("number", "email", "status", "total_incl_tax", "currency", "date_placed")
    list_filter = ("status", "currency")
    list_export = list_display
    search_fields = ("number", "email")
    search_backend_name = None
    inspect_view_fields = (
        "number", "email", "phone", "status", "items_total", "discount_total",
        "shipping_incl_tax", "tax_total", "total_incl_tax", "refunded_total", "currency",
        "customer_note", "date_placed",
    )  # fmt: skip


class VendorOrders(LookUp):
    """The parts of order groups."""

    inspect_view_class = VendorOrderPage
    model = VendorOrder
    icon = "clipboard-list"
    list_display = ("public_id", "order", "vendor", "status", "total", "currency", "placed_at")
    list_filter = ("status", "vendor")
    list_export = list_display
    search_fields = ("public_id", "order__number")
    search_backend_name = None
    inspect_view_fields = (
        "public_id", "order", "vendor", "status", "items_total", "discount_total",
        "shipping_total", "tax_total", "total", "commission_amount", "currency", "reason",
        "placed_at",
    )  # fmt: skip


class Vouchers(LookUp):
    """Vouchers."""

    model = Voucher
    icon = "tag"
    list_display = ("code", "name", "usage", "num_orders", "max_uses", "end_datetime")
    list_filter = ("usage",)
    list_export = list_display
    search_fields = ("code", "name")
    search_backend_name = None
    inspect_view_fields = (
        "code", "name", "usage", "max_uses", "num_orders", "total_discount", "start_datetime",
        "end_datetime",
    )  # fmt: skip


class Messages(LookUp):
    """What was said to whom."""

    inspect_view_class = MessagePage
    model = Message
    icon = "mail"
    list_display = ("subject", "kind", "recipient", "status", "created_at", "sent_at")
    list_filter = ("kind", "status", "channel")
    list_export = ("public_id", "kind", "channel", "status", "created_at", "sent_at")
    search_fields = ("recipient", "subject")
    search_backend_name = None
    inspect_view_fields = (
        "kind", "channel", "recipient", "status", "subject", "body_text", "attempts",
        "last_error", "created_at", "sent_at",
    )  # fmt: skip


class Commerce(ModelViewSetGroup):  # type: ignore[misc]
    """The shop in the admin's menu."""

    menu_label = "Shop"
    menu_icon = "pick"
    menu_order = 150
    items = (
        Products("desk_products"), Collections("desk_collections"), Vendors("desk_vendors"),
        Orders("desk_orders"), VendorOrders("desk_vendor_orders"), Vouchers("desk_vouchers"),
        Messages("desk_messages"),
    )  # fmt: skip
