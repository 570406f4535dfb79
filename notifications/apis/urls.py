"""Messages as staff see them, under /api/v1/admin/."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
