"""What waits: how much of it, and the first rows, in one statement."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Window

SHOWN = 6


@dataclass(frozen=True)
class Row:
    """One thing that waits: where it is done, who or what it is about, and since (or for) when."""

    title: str
    url: str
    note: str = ""
    at: datetime | None = None
    state: str = ""


@dataclass(frozen=True)
class Waiting:
    """The number of all rows, and the first of them; `is_more`: nobody counted further."""

    count: int = 0
    rows: tuple[Row, ...] = ()
    is_more: bool = False


def first(rows: Any, as_row: Callable[[Any], Row]) -> Waiting:
    """Return the number of an ordered queryset's rows with the first six, in one statement."""
    found = list(rows.annotate(in_all=Window(Count("*")))[:SHOWN])
    return Waiting(found[0].in_all if found else 0, tuple(as_row(each) for each in found))
