"""The partner dashboard, under /partner/."""

from django.urls import URLPattern, URLResolver, path

from commerce.vendors.pages import goods, views

app_name = "partner"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.orders, name="home"),
    path("orders/<str:order_id>/", views.order, name="order"),
    path("products/", goods.products, name="products"),
    path("stock/", goods.stock, name="stock"),
    path("vendor/", views.switch, name="switch"),
]
