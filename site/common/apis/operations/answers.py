"""Answers of hot reads: bytes, an entity tag, and 304 for who has them."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

PUBLIC = "public, max-age=0, must-revalidate"
NO_STORE = "no-store"


@dataclass(frozen=True)
class Answer:
    """What a handler answers when bytes or plain data do not say enough."""

    body: bytes
    cache_control: str | None = None
    etag: str | None = None
    headers: dict[str, str] = field(default_factory=dict)


def answer_of(found: Any) -> Answer:
    """Return an answer made of ready bytes, of plain data, or as it is."""
    if isinstance(found, Answer):
        return found
    return Answer(found if isinstance(found, bytes) else orjson.dumps(found))


def etag_of(body: bytes) -> str:
    """Return the strong entity tag of a body."""
    return f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'


def respond(request: HttpRequest, answer: Answer, *, cache_control: str) -> HttpResponse:
    """Return the answer as HTTP: 200, or 304 when `If-None-Match` names it."""
    cached = answer.cache_control or cache_control
    etag = None if cached == NO_STORE else answer.etag or etag_of(answer.body)
    if etag and _holds(request.META.get("HTTP_IF_NONE_MATCH"), etag):
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = _full(request, answer.body)
    if etag:
        response["ETag"] = etag
    response["Cache-Control"] = cached
    response["Vary"] = "Accept-Language"
    for name, value in answer.headers.items():
        response[name] = value
    return response


def _full(request: HttpRequest, body: bytes) -> HttpResponse:
    head = request.method == "HEAD"
    response = HttpResponse(b"" if head else body, content_type="application/json")
    response["Content-Length"] = str(len(body))
    return response


def _holds(header: str | None, etag: str) -> bool:
    if not header:
        return False
    return any(each.strip().removeprefix("W/") in (etag, "*") for each in header.split(","))
