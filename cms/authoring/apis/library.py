"""Lists of files over Wagtail's API: what the person works with, not what anybody may see."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.documents.api.v3 import router as documents
from wagtail.images.api.v3 import router as images

from cms.authoring.selectors import library

Read = Callable[[HttpRequest], "QuerySet[Any]"]


def narrow_lists() -> None:
    """Let Wagtail's lists of pictures and of documents read only what is in the person's sight."""
    images.get_images_queryset = _in_sight(images.get_images_queryset)
    documents.get_documents_queryset = _in_sight(documents.get_documents_queryset)


def _in_sight(read: Read) -> Read:
    def narrowed(request: HttpRequest) -> "QuerySet[Any]":
        found = read(request)
        seen = library.in_sight(request.user, found.model)  # type: ignore[arg-type]
        return found.filter(pk__in=seen.order_by().values("pk"))

    return narrowed
