"""Bounds on processor time that are as wide on a slow machine as on a fast one."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

ROUNDS = 1_000_000
REFERENCE = 0.055  # Seconds that the rounds take on the machine for which bounds are written.


@contextmanager
def within(seconds: float, of: str = "it") -> Iterator[None]:
    """Have what is done inside take at most so many seconds of the processor.

    Where it takes longer, the machine is measured: a slower one has as much more time.
    """
    begun = time.process_time()
    yield
    took = time.process_time() - begun
    assert took < seconds or took < seconds * slowness(), f"{of} took {took:.1f} s"


def slowness() -> float:
    """Return how many times slower this machine is now than the one bounds are written for."""
    begun = time.process_time()
    sum(each * each for each in range(ROUNDS))
    return max(1.0, (time.process_time() - begun) / REFERENCE)
