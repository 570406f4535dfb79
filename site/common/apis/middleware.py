"""What happens around every request to the API."""

from collections.abc import Callable
from typing import Any

import structlog
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from common.apis import problems, throttling
from common.exceptions import Refusal

log = structlog.get_logger(__name__)
API = "/api/v1/"
FOREIGN = ("/api/v1/auth/app/", "/api/v1/auth/browser/")
Answer = Callable[[HttpRequest], HttpResponseBase]


class ProblemMiddleware:
    """Answers every refusal under /api/v1/ with a problem document and counts every request.

    The sign-in paths of allauth keep its format, but for unreadable bodies, 429 and 5xx.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response
        got_request_exception.connect(_remember, dispatch_uid="common.apis.middleware")

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request."""
        if not request.path.startswith(API):
            return self.get_response(request)
        answer = self._answered(request)
        if answer.status_code >= 400:
            answer.headers.setdefault("Cache-Control", "no-store")
        throttling.stamp(request, answer)
        return answer

    def process_exception(self, request: HttpRequest, exc: Exception) -> HttpResponse | None:
        """Answer an exception of a plain view of the API; Django's own are left to it."""
        if not request.path.startswith(API):
            return None
        if isinstance(exc, Http404 | PermissionDenied | SuspiciousOperation):
            return None
        return problems.of_exception(exc, path=request.path)

    def _answered(self, request: HttpRequest) -> HttpResponseBase:
        is_foreign = request.path.startswith(FOREIGN)
        try:
            if is_foreign:
                throttling.guard(request)
            if "\x00" in request.path:
                raise Http404
            answer = self.get_response(request)
            if answer.status_code >= 400 and not hasattr(request, "rate"):
                throttling.guard(request)
        except Refusal as refusal:
            return problems.refused(refusal)
        except Http404:
            return problems.plain(404)
        return _rewritten(request, answer, is_foreign=is_foreign)


def _remember(request: Any = None, **kwargs: Any) -> None:
    import sys

    if request is not None:
        request.failure = sys.exception()


def _rewritten(
    request: HttpRequest, answer: HttpResponseBase, *, is_foreign: bool
) -> HttpResponseBase:
    if answer.status_code < 400 or not _is_ours_to_word(answer, is_foreign=is_foreign):
        return answer
    failure = getattr(request, "failure", None)
    if answer.status_code >= 500 and isinstance(failure, Exception):
        fresh = problems.of_exception(failure, path=request.path)
    else:
        fresh = problems.plain(answer.status_code)
    for name in ("Allow", "Retry-After", "WWW-Authenticate"):
        if name in answer:
            fresh[name] = answer[name]
    if fresh.status_code == 429 and "Retry-After" not in fresh:
        fresh["Retry-After"] = "60"
    return fresh


def _is_ours_to_word(answer: HttpResponseBase, *, is_foreign: bool) -> bool:
    kind = str(answer.get("Content-Type", "")).split(";")[0]
    if is_foreign and (answer.status_code == 429 or answer.status_code >= 500):
        return kind != problems.CONTENT_TYPE
    return not kind.endswith("json")
