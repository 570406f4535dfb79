"""What happens around every request to the API."""

from collections.abc import Callable

import structlog
from django.core.exceptions import (
    PermissionDenied,
    SuspiciousOperation,
)
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from common.apis import problems
from common.exceptions import Refusal

log = structlog.get_logger(__name__)


class ProblemMiddleware:
    """Turns what escapes from a view under /api/ into a problem document."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request."""
        answer = self.get_response(request)
        if _is_api(request) and answer.status_code >= 400 and _is_html(answer):
            return _rewritten(answer)
        return answer

    def process_exception(self, request: HttpRequest, exc: Exception) -> HttpResponse | None:
        """Answer an exception of a plain view of the API."""
        if not _is_api(request):
            return None
        if isinstance(exc, Refusal):
            return problems.refused(exc)
        if isinstance(exc, OperationalError):
            log.exception("database_unavailable")
            return _unavailable()
        if isinstance(exc, Http404 | PermissionDenied | SuspiciousOperation):
            return None
        log.exception("unhandled", path=request.path)
        return problems.response(status=500, code="internal", title="Something broke on our side")


def _is_api(request: HttpRequest) -> bool:
    return request.path.startswith("/api/v1/")


def _is_html(answer: HttpResponseBase) -> bool:
    return str(answer.get("Content-Type", "")).startswith("text/html")


def _unavailable() -> HttpResponse:
    answer = problems.response(
        status=503, code="unavailable", title="The service is not available for a moment"
    )
    answer["Retry-After"] = "5"
    return answer


_TITLES = {
    400: ("malformed", "The request cannot be understood"),
    403: ("not_allowed", "Not allowed"),
    404: ("not_found", "Not found"),
    405: ("method_not_allowed", "This resource has no such method"),
    413: ("body_too_large", "The body is too large"),
}


def _rewritten(answer: HttpResponseBase) -> HttpResponse:
    code, title = _TITLES.get(answer.status_code, ("error", "The request failed"))
    fresh = problems.response(status=answer.status_code, code=code, title=title)
    for name in ("Allow", "Retry-After"):
        if name in answer:
            fresh[name] = answer[name]
    return fresh


