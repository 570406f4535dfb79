"""What a run has looked up, so that it asks once; words made in a transaction count once it commits."""

from collections.abc import Callable, Hashable
from typing import Any


class Memory:
    """Answers by what they answer; those since the last `keep` go with `forget`."""

    def __init__(self) -> None:
        self._known: dict[Hashable, Any] = {}
        self._fresh: dict[Hashable, Any] = {}

    def get(self, key: Hashable, find: Callable[[], Any]) -> Any:
        """Return what is remembered, else what `find` returns."""
        if key in self._known:
            return self._known[key]
        if key not in self._fresh:
            self._fresh[key] = find()
        return self._fresh[key]

    def has(self, key: Hashable) -> bool:
        """Tell whether it is remembered."""
        return key in self._known or key in self._fresh

    def keep(self) -> None:
        """Remember what was found since: its transaction has committed."""
        self._known |= self._fresh
        self._fresh = {}

    def forget(self) -> None:
        """Forget what was found since: its transaction was rolled back."""
        self._fresh = {}
