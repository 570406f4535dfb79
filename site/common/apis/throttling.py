"""Rate limits: reads and writes per client, counted in the cache by an atomic increment."""

import time
from typing import Any, ClassVar

from django.core.cache import cache
from django.http import HttpRequest
from redis.exceptions import RedisError
from rest_framework.settings import api_settings
from rest_framework.throttling import BaseThrottle

SAFE = ("GET", "HEAD", "OPTIONS")


def client_of(request: Any) -> str:
    """Return what a client is counted by: the person, or the address."""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return f"user:{user.pk}"
    return f"address:{request.META.get('REMOTE_ADDR', '')}"


def count(scope: str, client: str, *, window: int = 1) -> int:
    """Count one request and return how many this window has seen; 0 when the cache is away."""
    slot = int(time.time()) // window
    key = f"rate:{scope}:{client}:{slot}"
    try:
        cache.add(key, 0, timeout=window + 1)
        return int(cache.incr(key))
    except (RedisError, ValueError, OSError):
        return 0


class _PerSecond(BaseThrottle):
    scope: ClassVar[str]
    is_read: ClassVar[bool]

    def allow_request(self, request: Any, view: Any) -> bool:
        """Return whether this request is within the limit."""
        rate = limit_of(self.scope)
        if rate is None or (request.method in SAFE) is not self.is_read:
            return True
        used = count(self.scope, client_of(request))
        http: HttpRequest = getattr(request, "_request", request)
        http.rate = (self.scope, rate, max(0, rate - used))  # type: ignore[attr-defined]
        return used <= rate

    def wait(self) -> float:
        """Return the seconds to wait."""
        return 1


def limit_of(scope: str) -> int | None:
    """Return how many requests a second the scope allows; None is no limit."""
    rate = api_settings.DEFAULT_THROTTLE_RATES.get(scope)
    return int(rate.split("/")[0]) if rate else None


class ReadsPerSecond(_PerSecond):
    """GET and HEAD."""

    scope = "reads"
    is_read = True


class WritesPerSecond(_PerSecond):
    """Everything that changes something."""

    scope = "writes"
    is_read = False
