"""Many things, a bounded number at a time."""

from collections.abc import Iterable, Iterator


def batches(ids: Iterable[int], size: int) -> Iterator[list[int]]:
    """Cut ids into lists of at most `size`, each id once, in order."""
    ordered = sorted(set(ids))
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]
