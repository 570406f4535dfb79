"""The front page, the API's documents and health, at the root."""

from django.urls import URLPattern, URLResolver, path

from fashionistar.pages import documents, front, health, manners

urlpatterns: list[URLPattern | URLResolver] = [
    path("", front.front, name="front"),
    path("favicon.ico", manners.favicon, name="favicon"),
    path("robots.txt", manners.robots, name="robots"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("api/openapi.json", documents.openapi_json, name="openapi"),
    path("api/docs/", documents.docs, name="api_docs"),
]
