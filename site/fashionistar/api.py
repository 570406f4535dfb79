"""Every include of the REST API, surface by surface; the namespace is `api`."""

from django.urls import URLPattern, URLResolver, include, path

from identity.apis import urls as identity

app_name = "api"

store: list[URLPattern | URLResolver] = [
    path("", include("commerce.storefront.apis.urls")),
    path("", include("commerce.basket.apis.urls")),
    path("", include("commerce.checkout.apis.urls")),
    path("", include("commerce.order.apis.store_urls")),
    path("", include("cms.delivery.apis.urls")),
    path("", include("cms.forms.apis.urls")),
    path("", include("cms.navigation.apis.urls")),
    path("", include("cms.search.apis.urls")),
]
vendor: list[URLPattern | URLResolver] = [
    path("", include("commerce.vendors.apis.urls")),
    path("", include("commerce.order.apis.vendor_urls")),
]
admin: list[URLPattern | URLResolver] = [
    path("", include("commerce.order.apis.admin_urls")),
    path("", include("notifications.apis.urls")),
]
auth: list[URLPattern | URLResolver] = [*identity.auth]
me: list[URLPattern | URLResolver] = [*identity.me]

urlpatterns = [
    path("store/", include(store)),
    path("vendor/", include(vendor)),
    path("admin/", include(admin)),
    path("auth/", include(auth)),
    path("me/", include(me)),
]
