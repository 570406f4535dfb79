"""Orders as vendors see them, under /api/v1/vendor/."""

from django.urls import URLPattern, URLResolver, path

from commerce.order.apis import vendor_views as views

ONE = "orders/<str:order_id>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path("orders/", views.VendorOrdersView.as_view(), name="vendor_orders"),
    path(ONE, views.VendorOrderView.as_view(), name="vendor_order"),
    path(f"{ONE}accept/", views.VendorOrderAcceptView.as_view(), name="vendor_order_accept"),
    path(f"{ONE}reject/", views.VendorOrderRejectView.as_view(), name="vendor_order_reject"),
    path(f"{ONE}ship/", views.VendorOrderShipView.as_view(), name="vendor_order_ship"),
    path(f"{ONE}deliver/", views.VendorOrderDeliverView.as_view(), name="vendor_order_deliver"),
]
