"""Problem documents (RFC 9457): the one place where a no becomes an answer."""

from collections.abc import Iterator, Mapping
from typing import Any

import orjson
import structlog
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db import DataError, InterfaceError, OperationalError
from django.http import Http404, HttpResponse, UnreadablePostError
from rest_framework import exceptions as drf
from rest_framework.response import Response
from rest_framework.views import set_rollback

from common.exceptions import BodyTooLarge, Invalid, Malformed, Refusal, Unavailable

log = structlog.get_logger(__name__)

CONTENT_TYPE = "application/problem+json"
MALFORMED_CODES = {"unknown_field", "wrong_type", "null", "not_a_list", "parse_error"}
_DRF: dict[type[drf.APIException], tuple[str, str]] = {
    drf.ParseError: ("malformed", "The request cannot be understood"),
    drf.NotAuthenticated: ("not_authenticated", "Sign in first"),
    drf.AuthenticationFailed: ("not_authenticated", "The token is not good"),
    drf.PermissionDenied: ("not_allowed", "Your role does not allow this"),
    drf.NotFound: ("not_found", "Not found"),
    drf.MethodNotAllowed: ("method_not_allowed", "This resource has no such method"),
    drf.NotAcceptable: ("not_acceptable", "Only application/json is served here"),
    drf.UnsupportedMediaType: ("unsupported_media_type", "Send application/json"),
    drf.Throttled: ("too_many_requests", "Too many requests"),
}
_BARE = {
    400: ("malformed", "The request cannot be understood"),
    401: ("not_authenticated", "Sign in first"),
    403: ("not_allowed", "Not allowed"),
    404: ("not_found", "Not found"),
    405: ("method_not_allowed", "This resource has no such method"),
    413: ("body_too_large", "The body is too large"),
    429: ("too_many_requests", "Too many requests"),
    500: ("internal", "Something broke on our side"),
    503: ("unavailable", "The service is not available for a moment"),
}


def document(
    *, status: int, code: str, title: str, detail: str = "", **members: Any
) -> dict[str, Any]:
    """Return the members of a problem document."""
    return {
        "type": f"https://fashionistar.example/problems/{code}",
        "title": title,
        "status": status,
        "detail": detail or title,
        "code": code,
        **members,
    }


def response(**members: Any) -> HttpResponse:
    """Return a problem as a plain Django answer; takes what `document` takes."""
    body = document(**members)
    return HttpResponse(orjson.dumps(body), status=body["status"], content_type=CONTENT_TYPE)


def of_refusal(refusal: Refusal) -> dict[str, Any]:
    """Return the document of a refusal."""
    members = dict(refusal.extra)
    if refusal.pointer:
        members["errors"] = [
            {"pointer": refusal.pointer, "code": refusal.code, "detail": refusal.detail}
        ]
    return document(
        status=refusal.status,
        code=refusal.code,
        title=refusal.title,
        detail=refusal.detail,
        **members,
    )


def headers_of(refusal: Refusal) -> dict[str, str]:
    """Return the headers that go with a refusal."""
    headers = {}
    if refusal.retry_after is not None:
        headers["Retry-After"] = str(refusal.retry_after)
    if refusal.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return headers


def refused(refusal: Refusal) -> HttpResponse:
    """Return a refusal as a plain Django answer."""
    answer = HttpResponse(
        orjson.dumps(of_refusal(refusal)), status=refusal.status, content_type=CONTENT_TYPE
    )
    for name, value in headers_of(refusal).items():
        answer[name] = value
    return answer


def plain(status: int) -> HttpResponse:
    """Return the problem that goes with a bare HTTP status."""
    code, title = _BARE.get(status, ("error", "The request failed"))
    return response(status=status, code=code, title=title)


def of_exception(exc: Exception, *, path: str) -> HttpResponse:
    """Return the answer to what escaped from a view: a refusal, or trouble on our side."""
    refusal = _refusal_of(exc)
    if refusal is not None:
        return refused(refusal)
    log.error("unhandled", path=path, exc_info=exc)
    return plain(500)


def handle(exc: Exception, context: Mapping[str, Any]) -> Response | None:
    """Answer an exception of a REST view; None lets an unknown one pass."""
    set_rollback()
    refusal = _refusal_of(exc)
    if refusal is not None:
        return _drf_answer(of_refusal(refusal), headers_of(refusal))
    if isinstance(exc, Http404):
        exc = drf.NotFound()
    if isinstance(exc, PermissionDenied):
        exc = drf.PermissionDenied()
    if isinstance(exc, drf.ValidationError):
        return _drf_answer(of_validation(exc.get_full_details()), {})
    if isinstance(exc, drf.APIException):
        return _drf_answer(_of_drf(exc), _headers_of_drf(exc))
    return None


def _refusal_of(exc: Exception) -> Refusal | None:
    if isinstance(exc, Refusal):
        return exc
    if isinstance(exc, RequestDataTooBig):
        return BodyTooLarge()
    if isinstance(exc, UnreadablePostError):
        return Malformed("The body ended early.")
    if isinstance(exc, DataError):
        log.warning("value_refused_by_database", error=str(exc)[:200])
        return Invalid("A value is outside of what can be stored.")
    if isinstance(exc, OperationalError | InterfaceError):
        log.error("database_unavailable", exc_info=exc)
        return Unavailable("Try again in a moment.", retry_after=5)
    return None


def of_validation(details: Any) -> dict[str, Any]:
    """Return the document of DRF's nested validation errors."""
    errors = list(_errors(details, ""))
    malformed = any(error["code"] in MALFORMED_CODES for error in errors)
    first = errors[0]["detail"] if errors else ""
    return document(
        status=400 if malformed else 422,
        code="malformed" if malformed else "invalid",
        title="The request cannot be understood" if malformed else "A value was refused",
        detail=first,
        errors=errors,
    )


def _errors(details: Any, pointer: str) -> Iterator[dict[str, str]]:
    if isinstance(details, dict) and set(details) == {"message", "code"}:
        yield {
            "pointer": pointer,
            "code": str(details["code"]),
            "detail": str(details["message"]),
        }
    elif isinstance(details, dict):
        for key, value in details.items():
            step = "" if key == "non_field_errors" else f"/{_escaped(str(key))}"
            yield from _errors(value, pointer + step)
    elif isinstance(details, list):
        leaf = all(isinstance(each, dict) and set(each) == {"message", "code"} for each in details)
        for index, value in enumerate(details):
            yield from _errors(value, pointer if leaf else f"{pointer}/{index}")


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _of_drf(exc: drf.APIException) -> dict[str, Any]:
    for kind, (code, title) in _DRF.items():
        if isinstance(exc, kind):
            return document(status=exc.status_code, code=code, title=title, detail=str(exc.detail))
    code = str(getattr(exc.detail, "code", exc.default_code))
    return document(status=exc.status_code, code=code, title=str(exc.detail))


def _headers_of_drf(exc: drf.APIException) -> dict[str, str]:
    headers = {}
    if getattr(exc, "auth_header", None) or exc.status_code == 401:
        headers["WWW-Authenticate"] = "Bearer"
    wait = getattr(exc, "wait", None)
    if wait is not None:
        headers["Retry-After"] = str(max(1, round(wait)))
    return headers


def _drf_answer(body: dict[str, Any], headers: dict[str, str]) -> Response:
    return Response(body, status=body["status"], headers=headers, content_type=CONTENT_TYPE)
