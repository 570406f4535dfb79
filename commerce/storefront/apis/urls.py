"""Routes of the catalogue, under /api/v1/store/."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
