"""Rate limits: reads and writes a second per client, counted in Redis in one round trip."""

import hashlib
import time
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import redis
import structlog
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from redis.exceptions import RedisError

from common.exceptions import Refusal

log = structlog.get_logger(__name__)
SAFE = ("GET", "HEAD", "OPTIONS")
ADDRESS_FACTOR = 10
PAUSE_SECONDS = 5.0
_paused_until = 0.0


class TooManyRequests(Refusal):
    """More requests in this second than a client may send."""

    code = "too_many_requests"
    status = 429
    title = "Too many requests"


@dataclass(frozen=True)
class Rate:
    """What a client may do and what is left of it in this second."""

    scope: str
    limit: int
    remaining: int

    def headers(self) -> dict[str, str]:
        """Return the RateLimit headers of an answer."""
        return {
            "RateLimit-Policy": f'"{self.scope}";q={self.limit};w=1',
            "RateLimit": f'"{self.scope}";r={self.remaining};t=1',
        }


def guard(request: HttpRequest, *, user: Any = None) -> None:
    """Count this request against its client; the answer will carry the RateLimit headers.

    A person counts for themselves. A basket's token counts for itself too, within ten times the
    limit for its address; everybody else is counted by address. Without Redis nothing is limited.

    :raises TooManyRequests: when the client has used up this second.
    """
    scope = "reads" if request.method in SAFE else "writes"
    limit = limit_of(scope)
    if limit is None:
        return
    clients = clients_of(request, user)
    used = count([f"{scope}:{client}" for client in clients])
    ceilings = [limit, limit * ADDRESS_FACTOR]
    request.rate = Rate(scope, limit, max(0, limit - used[0]))  # type: ignore[attr-defined]
    if any(seen > ceiling for seen, ceiling in zip(used, ceilings, strict=False)):
        raise TooManyRequests("Wait a second, then go on.", retry_after=1)


def clients_of(request: HttpRequest, user: Any = None) -> list[str]:
    """Return what a request is counted by, the narrowest first."""
    address = f"address:{request.META.get('REMOTE_ADDR', '')}"
    if user is not None and user.is_authenticated:
        return [f"user:{user.pk}"]
    token = request.headers.get("X-Basket-Token")
    if token:
        return [f"basket:{hashlib.sha256(token.encode()).hexdigest()[:24]}", address]
    return [address]


def limit_of(scope: str) -> int | None:
    """Return how many requests a second the scope allows; None is no limit."""
    configured: dict[str, Any] = settings.REST_FRAMEWORK
    rates: dict[str, str | None] = configured["DEFAULT_THROTTLE_RATES"]
    rate = rates.get(scope)
    return int(rate.split("/")[0]) if rate else None


def count(names: list[str]) -> list[int]:
    """Count one request for each name and return what this second has seen; zeros without Redis."""
    global _paused_until
    if time.monotonic() < _paused_until:
        return [0] * len(names)
    second = int(time.time())
    try:
        with _client().pipeline(transaction=False) as pipe:
            for name in names:
                pipe.incr(f"rate:{name}:{second}")
                pipe.expire(f"rate:{name}:{second}", 3)
            return [int(each) for each in pipe.execute()[::2]]
    except (RedisError, OSError) as error:
        _paused_until = time.monotonic() + PAUSE_SECONDS
        log.warning("rate_limits_paused", error=str(error))
        return [0] * len(names)


def stamp(request: HttpRequest, answer: HttpResponseBase) -> None:
    """Write the RateLimit headers of a counted request on its answer."""
    rate: Rate | None = getattr(request, "rate", None)
    if rate is not None:
        for name, value in rate.headers().items():
            answer[name] = value


@lru_cache(maxsize=1)
def _client() -> "redis.Redis":
    return redis.Redis.from_url(
        str(settings.CACHES["default"]["LOCATION"]), socket_connect_timeout=0.3, socket_timeout=0.3
    )
