"""ETag, If-None-Match and If-Match."""

import hashlib
from typing import Any

from django.http import HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from rest_framework.response import Response

from common.exceptions import StaleMatch

_KEPT_ON_304 = ("ETag", "Cache-Control", "Vary", "Content-Location", "Expires")


def of_bytes(body: bytes) -> str:
    """Return the strong tag of a representation."""
    return f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'


def of_version(*parts: object) -> str:
    """Return the tag of a row at a version, such as `of_version(basket.public_id, 7)`."""
    return '"' + "-".join(str(part) for part in parts) + '"'


def require_match(request: Any, current: str) -> None:
    """Return unless If-Match names another version than `current`.

    :raises StaleMatch: when it does.
    """
    sent = request.headers.get("If-Match")
    if sent and "*" not in (tags := parse_etags(sent)) and current not in tags:
        raise StaleMatch("Read it again and decide anew.", extra={"etag": current})


def conditional(request: Any, answer: HttpResponseBase) -> HttpResponseBase:
    """Give a 200 to a GET its ETag, and make it a 304 when the client has it already."""
    if request.method not in ("GET", "HEAD") or answer.status_code != 200 or answer.streaming:
        return answer
    if isinstance(answer, Response):
        answer.render()
    if "ETag" not in answer:
        answer["ETag"] = of_bytes(getattr(answer, "content", b""))
    if "Cache-Control" not in answer:
        answer["Cache-Control"] = "private, no-cache"
    patch_vary_headers(answer, ["Accept-Language", "Authorization"])
    return _unmodified(answer) if _has_it(request, answer["ETag"]) else answer


def _has_it(request: Any, tag: str) -> bool:
    sent = request.headers.get("If-None-Match")
    if not sent:
        return False
    tags = [each.removeprefix("W/") for each in parse_etags(sent)]
    return "*" in tags or tag.removeprefix("W/") in tags


def _unmodified(answer: HttpResponseBase) -> HttpResponseNotModified:
    fresh = HttpResponseNotModified()
    for name in _KEPT_ON_304:
        if name in answer:
            fresh[name] = answer[name]
    return fresh
