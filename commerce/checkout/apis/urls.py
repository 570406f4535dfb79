"""Routes of the checkout, under /api/v1/store/."""

from django.urls import URLPattern, URLResolver, path

from commerce.checkout.apis import views

ONE = "checkouts/<str:checkout_id>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path("checkouts/", views.CheckoutsView.as_view(), name="checkouts"),
    path(ONE, views.CheckoutView.as_view(), name="checkout"),
    path(f"{ONE}shipping-methods/", views.ShippingMethodsView.as_view(), name="checkout_shipping"),
    path(f"{ONE}payment-methods/", views.PaymentMethodsView.as_view(), name="checkout_methods"),
    path(f"{ONE}payment/", views.PaymentView.as_view(), name="checkout_payment"),
    path(f"{ONE}complete/", views.CompleteView.as_view(), name="checkout_complete"),
]
