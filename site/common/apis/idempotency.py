"""Idempotency-Key: the same request twice is done once and answered twice.

For work inside the database. The claim is an advisory lock of the transaction that does the work
and stores its answer, so that either both are there or neither.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from rest_framework.exceptions import APIException
from rest_framework.request import Request

from common.apis import parsers
from common.exceptions import Conflict, Invalid, Malformed, Refusal
from common.models import IdempotencyRecord

MAX_KEY = 255
REPLAYED = "Idempotent-Replayed"
_KEPT_HEADERS = ("Content-Type", "ETag", "Location", "Cache-Control", "Content-Language")


class KeyRequired(Malformed):
    """This operation is never run without a key."""

    code = "idempotency_key_required"
    title = "Send an Idempotency-Key"


class KeyMalformed(Malformed):
    """A key that is empty, too long or not printable ASCII."""

    code = "idempotency_key_malformed"
    title = "The Idempotency-Key must be 1 to 255 printable characters"


class KeyReused(Invalid):
    """The key was used for a request with another body."""

    code = "idempotency_key_reused"
    title = "This Idempotency-Key was used for another request"


class InFlight(Conflict):
    """The first request with this key is still running."""

    code = "in_flight"
    title = "The same request is still running"


@dataclass(frozen=True)
class Claim:
    """What an answer is found again by, and the hash of what was asked."""

    caller: str
    key: str
    method: str
    path: str
    body_hash: str

    @property
    def lock(self) -> int:
        """The number of the advisory lock: 63 bits of a hash, signed."""
        text = "\x00".join((self.caller, self.key, self.method, self.path))
        return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], signed=True)


def once(
    request: Request, work: Callable[[], HttpResponseBase], *, required: bool
) -> HttpResponseBase:
    """Return the answer of `work`, or the stored one when this key already has it.

    Only 2xx answers are stored; everything else rolls the work back and frees the key.

    :raises KeyRequired: when there is no key although it is required.
    :raises KeyMalformed: when the key is none.
    :raises KeyReused: when the key belongs to another body.
    :raises InFlight: when a twin is running.
    """
    key = read_key(request.headers, required=required)
    if key is None:
        return work()
    claim = claim_of(request, key)
    with transaction.atomic():
        _lock(claim)
        stored = _stored(claim)
        return stored if stored is not None else _worked(claim, work)


def read_key(headers: Mapping[str, str], *, required: bool) -> str | None:
    """Return the key of a request, None when it has none.

    :raises KeyRequired: when there is none although it is required.
    :raises KeyMalformed: unless it is 1 to 255 printable ASCII characters.
    """
    key = headers.get("Idempotency-Key")
    if key is None:
        if required:
            raise KeyRequired
        return None
    if 1 <= len(key.strip()) <= len(key) <= MAX_KEY and key.isascii() and key.isprintable():
        return key
    raise KeyMalformed


def claim_of(request: Request, key: str) -> Claim:
    """Return the claim of a request: its caller, key, method, path and content."""
    return Claim(
        caller=caller_of(request),
        key=key,
        method=request.method or "",
        path=request.path[:500],
        body_hash=fingerprint(request),
    )


def caller_of(request: Request) -> str:
    """Return whom a key belongs to.

    The person signed in, else the basket or order whose token is sent, else the address.
    """
    if request.user is not None and request.user.is_authenticated:
        return f"user:{request.user.pk}"
    for kind in ("Basket", "Order"):
        token = request.headers.get(f"X-{kind}-Token")
        if token:
            return f"{kind.lower()}:{hashlib.sha256(token.encode()).hexdigest()}"
    return f"address:{request.META.get('REMOTE_ADDR', '')}"


def fingerprint(request: Request) -> str:
    """Return the hash of the body, whatever its spacing and key order, the query and the vendor."""
    head = f"{request.headers.get('X-Vendor', '')}\x00{request.META.get('QUERY_STRING', '')}\x00"
    return hashlib.sha256(head.encode() + _canonical(request._request.body)).hexdigest()


def _canonical(raw: bytes) -> bytes:
    try:
        return json.dumps(parsers.parse(raw), sort_keys=True, separators=(",", ":")).encode()
    except (APIException, Refusal):
        return raw


def _lock(claim: Claim) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [claim.lock])
        row = cursor.fetchone()
    if not row or not row[0]:
        raise InFlight(retry_after=1)


def _stored(claim: Claim) -> HttpResponse | None:
    record = IdempotencyRecord.objects.filter(
        caller=claim.caller, key=claim.key, method=claim.method, path=claim.path
    ).first()
    if record is None:
        return None
    if record.body_hash != claim.body_hash:
        raise KeyReused
    answer = HttpResponse(bytes(record.body), status=record.status, headers=record.headers)
    answer[REPLAYED] = "true"
    return answer


def _worked(claim: Claim, work: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    answer = work()
    if not 200 <= answer.status_code < 300:
        transaction.set_rollback(True)
        return answer
    IdempotencyRecord.objects.create(**_fields(claim), **_kept(answer))
    return answer


def _fields(claim: Claim) -> dict[str, Any]:
    return {
        "caller": claim.caller,
        "key": claim.key,
        "method": claim.method,
        "path": claim.path,
        "body_hash": claim.body_hash,
    }


def _kept(answer: HttpResponseBase) -> dict[str, Any]:
    return {
        "status": answer.status_code,
        "headers": {name: answer[name] for name in _KEPT_HEADERS if name in answer},
        "body": getattr(answer, "content", b""),
    }
