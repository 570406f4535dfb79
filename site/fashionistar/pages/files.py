"""Uploaded files, where no bucket or other server has them."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.views.static import serve

from common.providers.files.lifetimes import cache_control


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Answer a file, with how long it may be kept."""
    answer = serve(request, path, document_root=settings.MEDIA_ROOT)
    answer["Cache-Control"] = cache_control(path)
    return answer
