"""Every door of the house."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail.admin import urls as wagtail_admin_urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", include("fashionistar.api")),
    path("admin/", include(wagtail_admin_urls)),
]
