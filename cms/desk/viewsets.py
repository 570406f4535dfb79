"""The shop in the admin: lists with search, filters and CSV, each row on a page of its own.

What is changed on them goes through the services behind the REST API.
"""

from wagtail.admin.viewsets.model import ModelViewSetGroup

from cms.desk.categories.viewset import Categories
from cms.desk.collections.viewset import Collections
from cms.desk.discounts import Offers, Vouchers
from cms.desk.messages import Messages
from cms.desk.orders import Orders, VendorOrders
from cms.desk.products.viewset import Products
from cms.desk.vendors import Vendors


class Commerce(ModelViewSetGroup):  # type: ignore[misc]
    """The shop in the admin's menu."""

    menu_label = "Shop"
    menu_icon = "pick"
    menu_order = 150
    items = (
        Products("desk_products"), Categories("desk_categories"),
        Collections("desk_collections"), Vendors("desk_vendors"), Orders("desk_orders"),
        VendorOrders("desk_vendor_orders"), Vouchers("desk_vouchers"), Offers("desk_offers"),
        Messages("desk_messages"),
    )  # fmt: skip
