"""Lists: count, next, previous, results; the place inside next is opaque."""

import base64
import binascii
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response

from common.exceptions import InvalidParameter

DEFAULT_LIMIT = 24
MAX_LIMIT = 100
MAX_OFFSET = 10_000


def read_limit(raw: str | None) -> int:
    """Return the page size.

    :raises InvalidParameter: unless it is an integer from 1 to 100.
    """
    if raw is None:
        return DEFAULT_LIMIT
    if raw.isascii() and raw.isdecimal() and 1 <= int(raw[:6]) <= MAX_LIMIT and len(raw) <= 6:
        return int(raw)
    raise InvalidParameter(f"limit must be an integer from 1 to {MAX_LIMIT}.")


def encode(place: str) -> str:
    """Return an opaque cursor for a place."""
    return base64.urlsafe_b64encode(place.encode()).decode().rstrip("=")


def decode(cursor: str) -> str:
    """Return the place in a cursor.

    :raises InvalidParameter: when it is none of ours.
    """
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        return base64.b64decode(padded, altchars=b"-_", validate=True).decode()
    except (UnicodeError, binascii.Error, ValueError):
        raise InvalidParameter("The cursor is not one of ours.") from None


def read_offset(raw: str | None) -> int:
    """Return the offset inside a cursor made by `encode("o<offset>")`.

    :raises InvalidParameter: when it is none of ours.
    """
    if raw is None:
        return 0
    place = decode(raw)
    if place[:1] == "o" and place[1:].isdecimal() and place[1:].isascii() and len(place) < 8:
        return int(place[1:])
    raise InvalidParameter("The cursor is not one of ours.")


def links(request: Any, *, offset: int, limit: int, count: int) -> tuple[str | None, str | None]:
    """Return the next and previous URL of a page that starts at `offset`."""

    def to(place: int) -> str:
        query = request.GET.copy()
        query["cursor"] = encode(f"o{place}")
        return f"{request.build_absolute_uri(request.path)}?{urlencode(list(_pairs(query)))}"

    after = to(offset + limit) if offset + limit < count and offset + limit <= MAX_OFFSET else None
    before = to(max(0, offset - limit)) if offset else None
    return after, before


def _pairs(query: Any) -> Any:
    for name, values in query.lists():
        for value in values:
            yield name, value


class CursorPages(BasePagination):
    """Pages of a queryset of bounded depth."""

    def paginate_queryset(
        self, queryset: QuerySet[Any], request: Request, view: Any = None
    ) -> list[Any]:
        """Return the rows of the page that the request asks for."""
        self.request = request
        self.limit = read_limit(request.query_params.get("limit"))
        self.offset = read_offset(request.query_params.get("cursor"))
        self.count = queryset.count()
        return list(queryset[self.offset : self.offset + self.limit])

    def get_paginated_response(self, data: Any) -> Response:
        """Return the page."""
        after, before = links(self.request, offset=self.offset, limit=self.limit, count=self.count)
        return Response({"count": self.count, "next": after, "previous": before, "results": data})

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Return the schema of a page of `schema`."""
        url = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["count", "next", "previous", "results"],
            "properties": {
                "count": {"type": "integer"},
                "next": url,
                "previous": url,
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """Return the parameters a page takes."""
        return [
            {
                "name": "limit",
                "in": "query",
                "schema": {
                    "type": "integer",
                    "minimum": 1,
                    "maximum": MAX_LIMIT,
                    "default": DEFAULT_LIMIT,
                },
            },
            {"name": "cursor", "in": "query", "schema": {"type": "string"}},
        ]
