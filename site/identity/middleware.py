"""What allauth leaves unanswered, answered: unreadable bodies and rate limits."""

from collections.abc import Callable, Iterator
from typing import Any

from allauth.core import ratelimit
from allauth.core.exceptions import RateLimited
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from rest_framework.exceptions import ParseError

from common.apis import parsers, problems
from common.exceptions import BodyTooLarge, Malformed, Refusal
from identity.exceptions import TooManyAttempts

CLIENTS = ("/api/v1/auth/app/", "/api/v1/auth/browser/")
SAFE = ("GET", "HEAD", "OPTIONS")
RETRY_AFTER_SECONDS = 60


class SignInProblems:
    """Stands between the clients of allauth and its views."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request."""
        if not request.path.startswith(CLIENTS):
            return self.get_response(request)
        try:
            _require_readable(request)
        except Refusal as refusal:
            return problems.refused(refusal)
        answer = self.get_response(request)
        return _too_many() if answer.status_code == 429 else answer

    def process_exception(self, request: HttpRequest, exc: Exception) -> HttpResponseBase | None:
        """Answer a rate limit that a view of allauth let through."""
        if not isinstance(exc, RateLimited):
            return None
        if request.path.startswith(CLIENTS):
            return _too_many()
        page: HttpResponseBase = ratelimit.respond_429(request)
        return page


def _too_many() -> HttpResponse:
    return problems.refused(TooManyAttempts(retry_after=RETRY_AFTER_SECONDS))


def _require_readable(request: HttpRequest) -> None:
    headers = (request.META[name] for name in request.META if name.startswith("HTTP_"))
    if any("\x00" in str(value) for value in headers):
        raise Malformed("A header holds a NUL character.")
    if request.method in SAFE:
        return
    if int(request.META.get("CONTENT_LENGTH") or 0) > parsers.MAX_BYTES:
        raise BodyTooLarge("Send at most 2 MiB.")
    try:
        body = parsers.parse(request.body)
    except ParseError as error:
        raise Malformed(str(error.detail)) from None
    if any("\x00" in text for text in _texts(body)):
        raise Malformed("The body holds a NUL character.")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
