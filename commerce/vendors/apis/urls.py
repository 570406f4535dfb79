"""Routes of a vendor, under /api/v1/vendor/."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
