"""Handing a task to the broker without ever failing for its sake."""

import time
from typing import Any

import structlog
from kombu.exceptions import OperationalError as BrokerError

log = structlog.get_logger(__name__)
PAUSE_SECONDS = 5.0
_paused_until = 0.0


def enqueue(task: Any, *, expires: float | None = None, **kwargs: Any) -> bool:
    """Enqueue `task(**kwargs)` and return whether the broker took it.

    A broker that is away is left alone for five seconds; whoever calls needs a sweep by beat.
    """
    global _paused_until
    if time.monotonic() < _paused_until:
        return False
    try:
        task.apply_async(kwargs=kwargs, retry=False, expires=expires)
    except (BrokerError, OSError) as error:
        _paused_until = time.monotonic() + PAUSE_SECONDS
        log.warning("broker_away", task=task.name, error=str(error))
        return False
    return True
