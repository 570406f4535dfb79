"""The shop in the admin: lists with search, filters and CSV, each row on a page of its own.

What is changed on them goes through the services behind the REST API.
"""

from typing import Any

from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.permission_policies import ModelPermissionPolicy

from cms.desk.discounts import Offers, Vouchers
from cms.desk.messages import Messages
from cms.desk.orders import Orders, VendorOrders
from cms.desk.vendors import Vendors
from commerce.catalogue.models import Collection, Product


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


class Commerce(ModelViewSetGroup):  # type: ignore[misc]
    """The shop in the admin's menu."""

    menu_label = "Shop"
    menu_icon = "pick"
    menu_order = 150
    items = (
        Products("desk_products"), Collections("desk_collections"), Vendors("desk_vendors"),
        Orders("desk_orders"), VendorOrders("desk_vendor_orders"), Vouchers("desk_vouchers"),
        Offers("desk_offers"), Messages("desk_messages"),
    )  # fmt: skip
