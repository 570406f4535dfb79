"""Orders as staff see them, under /api/v1/admin/."""

from django.urls import URLPattern, URLResolver, path

from commerce.order.apis import admin_views as views

ONE = "orders/<str:number>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path("orders/", views.AdminOrdersView.as_view(), name="admin_orders"),
    path(ONE, views.AdminOrderView.as_view(), name="admin_order"),
    path(f"{ONE}cancel/", views.AdminOrderCancelView.as_view(), name="admin_order_cancel"),
    path(
        f"{ONE}confirm-payment/",
        views.AdminOrderConfirmPaymentView.as_view(),
        name="admin_order_confirm_payment",
    ),
    path("vendors/", views.AdminVendorsView.as_view(), name="admin_vendors"),
    *(
        path(f"vendors/<str:slug>/{each}/", views.vendor_step(each), name=f"admin_vendor_{each}")
        for each in views.STEPS
    ),
    path("audit/", views.AdminAuditView.as_view(), name="admin_audit"),
]
