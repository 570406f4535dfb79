"""Orders as shoppers see them, under /api/v1/store/."""

from django.urls import URLPattern, URLResolver, path

from commerce.order.apis import store

urlpatterns: list[URLPattern | URLResolver] = [
    path("orders/", store.StoreOrdersView.as_view(), name="orders"),
    path("orders/<str:number>/", store.StoreOrderView.as_view(), name="order"),
    path("orders/<str:number>/cancel/", store.StoreOrderCancelView.as_view(), name="order_cancel"),
]
