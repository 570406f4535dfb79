"""Months: which one is asked for, and its weeks."""

import calendar
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

YEARS = range(2000, 2100)


@dataclass(frozen=True)
class Month:
    """A month of the calendar of the admin's time zone."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def span(self) -> tuple[datetime, datetime]:
        """Its first moment, and the first of the next month."""
        return _midnight(self.first), _midnight(self.next.first)

    @property
    def next(self) -> "Month":
        """The month after it."""
        return of(self.first + timedelta(days=31))

    @property
    def before(self) -> "Month":
        """The month before it."""
        return of(self.first - timedelta(days=1))

    def weeks(self) -> list[list[date]]:
        """Return its weeks from Monday to Sunday, whole ones."""
        return calendar.Calendar().monthdatescalendar(self.year, self.number)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"


def of(day: date) -> Month:
    """Return the month of a day."""
    return Month(day.year, day.month)


def named(said: str, *, today: date) -> Month:
    """Return the month that `2026-11` names; the present one for anything else."""
    try:
        found = datetime.strptime(said, "%Y-%m")
    except ValueError:
        return of(today)
    return of(found) if found.year in YEARS else of(today)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day))
