"""Every include of the REST API, surface by surface; the namespace is `api`."""

from django.urls import URLPattern, URLResolver, include, path

app_name = "api"

store: list[URLPattern | URLResolver] = []
vendor: list[URLPattern | URLResolver] = []
admin: list[URLPattern | URLResolver] = []
auth: list[URLPattern | URLResolver] = []
me: list[URLPattern | URLResolver] = []

urlpatterns = [
    path("store/", include(store)),
    path("vendor/", include(vendor)),
    path("admin/", include(admin)),
    path("auth/", include(auth)),
    path("me/", include(me)),
]
