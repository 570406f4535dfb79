"""What happens around writes to the page tree in the admin."""

from collections.abc import Callable

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from cms.authoring.services import turns

SAFE = ("GET", "HEAD", "OPTIONS")
ROOMS = ("/admin/pages/", "/admin/bulk/", "/admin/localize/", "/admin/translations/")
PREVIEW = "/preview/"


class OneWriterOfPages:
    """Lets those who are signed in write pages in the admin one after the other, all or nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request, when it is its turn."""
        if settings.PAGE_TREE_GUARD_OFF or not _writes_pages(request):
            return self.get_response(request)
        with turns.one_writer_of_pages():
            answer = self.get_response(request)
            if answer.status_code >= 500:
                transaction.set_rollback(True)
        return answer


def _writes_pages(request: HttpRequest) -> bool:
    return (
        request.method not in SAFE
        and request.path.startswith(ROOMS)
        and PREVIEW not in request.path
        and request.user.is_authenticated
    )
