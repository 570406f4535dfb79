"""Routes of the reader, under /client/."""

from django.urls import path

from cms.delivery.pages import views

urlpatterns = [
    path("preview/", views.preview, name="reader_preview"),
    path("", views.read, name="reader_home"),
    path("<path:path>/", views.read, name="reader_page"),
]
