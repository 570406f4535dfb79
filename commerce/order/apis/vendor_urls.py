"""Orders as vendors see them, under /api/v1/vendor/."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
