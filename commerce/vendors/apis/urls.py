"""Routes of a vendor, under /api/v1/vendor/."""

from django.urls import URLPattern, URLResolver, path

from commerce.vendors.apis import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("profile/", views.VendorProfileView.as_view(), name="vendor_profile"),
    path("products/", views.VendorProductsView.as_view(), name="vendor_products"),
    path("stock/", views.VendorStockView.as_view(), name="vendor_stock"),
]
