"""What is read before Wagtail reads it: nothing that its code or the database would choke on."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError
from rest_framework.exceptions import ParseError

from cms.authoring.exceptions import Illegible, UnsupportedMediaType
from common.apis import parsers
from common.exceptions import BodyTooLarge, Malformed, NotFound

LARGEST = 2**63 - 1
NUL = "\x00"
UPLOADS = ("images", "documents")
_NUMBER = re.compile(r"\s*[+-]?([\d_]{19,})\s*")


def legible(request: HttpRequest, places: Mapping[str, Any]) -> dict[str, Any]:
    """Return the JSON of a request whose path, query and body hold only what can be stored.

    :raises NotFound: for a path that can name nothing.
    :raises Malformed: for a body or query that cannot be read.
    :raises UnsupportedMediaType: for a body that is neither JSON nor, for files, multipart.
    """
    if NUL in request.path or any(_is_too_large(str(each)) for each in places.values()):
        raise NotFound
    _check(dict(request.GET.lists()))
    if request.method not in ("POST", "PUT", "PATCH"):
        return {}
    if request.method == "POST" and request.path.rstrip("/").endswith(UPLOADS):
        _check(_form(request))
        return {}
    body = _json(request)
    _check(body)
    return body


def _form(request: HttpRequest) -> dict[str, Any]:
    if request.content_type != "multipart/form-data":
        raise UnsupportedMediaType("Send multipart/form-data with a file.")
    try:
        return dict(request.POST.lists())
    except MultiPartParserError as error:
        raise Malformed(f"The form cannot be read: {error}") from None


def _json(request: HttpRequest) -> dict[str, Any]:
    if not request.body:
        return {}
    if len(request.body) > parsers.MAX_BYTES:
        raise BodyTooLarge("Send at most 2 MiB.")
    if request.content_type != "application/json":
        raise UnsupportedMediaType
    try:
        body: dict[str, Any] = parsers.parse(request.body)
    except ParseError as error:
        raise Malformed(str(error.detail)) from None
    return body


def _check(value: Any) -> None:
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, int | float) and abs(value) > LARGEST:
        raise Illegible("A number is larger than 64 bits.")
    elif isinstance(value, dict):
        _each(value)
        _each(value.values())
    elif isinstance(value, list):
        _each(value)


def _each(values: Iterable[Any]) -> None:
    for value in values:
        _check(value)


def _check_text(text: str) -> None:
    if NUL in text:
        raise Illegible("A text holds the character NUL.")
    if _is_too_large(text):
        raise Illegible("A number is larger than 64 bits.")


def _is_too_large(text: str) -> bool:
    found = _NUMBER.fullmatch(text)
    digits = found[1].replace("_", "").lstrip("0") if found else ""
    return len(digits) > 19 or (len(digits) == 19 and int(digits) > LARGEST)
