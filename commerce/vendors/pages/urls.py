"""The partner dashboard, under /partner/."""

from django.urls import URLPattern, URLResolver, path

from commerce.vendors.pages import views

app_name = "partner"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.orders, name="home"),
    path("orders/<str:order_id>/", views.order, name="order"),
    path("products/", views.products, name="products"),
    path("stock/", views.stock, name="stock"),
    path("vendor/", views.switch, name="switch"),
]
