"""The calendar: a month as a grid where there is room, and as a list everywhere."""

from functools import cached_property
from itertools import groupby
from typing import Any, ClassVar

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.desk.home.content import writes_pages
from cms.desk.reports.calendar import months
from cms.desk.reports.calendar.entries import WHAT, Entry, happening
from cms.desk.reports.screens import Report
from cms.desk.reports.words import language

IN_CELL = 4


class ContentCalendar(Report):
    """What was published, goes live and ends in a month."""

    template_name = "desk/reports/calendar.html"
    page_title = _("Content calendar")
    header_icon = "calendar-alt"
    filters: ClassVar[dict[str, Any]] = {
        "what": _("What happens"), "kind": _("Type"), "locale": _("Language"),
        "editor": _("Editor"),
    }  # fmt: skip
    list_export = ("at", "happens", "title", "kind", "locale", "editor")
    export_headings: ClassVar[dict[str, Any]] = {
        "at": _("When"), "happens": _("What happens"), "title": _("Title"), "kind": _("Type"),
        "locale": _("Language"), "editor": _("Editor"),
    }  # fmt: skip

    @staticmethod
    def may_open(user: Any) -> bool:
        """Return whether the person has anything to do with pages or offers."""
        return writes_pages(user) or any(
            user.has_perm(each) for each in ("offer.view_conditionaloffer", "voucher.view_voucher")
        )

    @cached_property
    def today(self) -> Any:
        """Today."""
        return timezone.localdate()

    @cached_property
    def month(self) -> months.Month:
        """The month that is asked for."""
        return months.named(self.request.GET.get("month", ""), today=self.today)

    def rows(self) -> list[Entry]:
        """Return what happens in the month."""
        return happening(user=self.request.user, span=self.month.span)

    def shown(self, rows: list[Entry]) -> dict[str, Any]:
        """Return the weeks of the month, its days on which something happens, and the ways on."""
        days = {day: list(found) for day, found in groupby(rows, key=lambda each: each.day)}
        return {
            "weeks": [[self._cell(day, days) for day in week] for week in self.month.weeks()],
            "days": list(days.items()),
            "month": self.month,
            "today": self.today,
            "ways": [(way, self._url(way)) for way in (self.month.before, self.month.next)],
        }

    def _cell(self, day: Any, days: dict[Any, list[Entry]]) -> dict[str, Any]:
        found = days.get(day, []) if day.month == self.month.number else []
        is_ours = day.month == self.month.number
        shown, more = found[:IN_CELL], max(len(found) - IN_CELL, 0)
        return {"day": day, "is_ours": is_ours, "entries": shown, "more": more}

    def _url(self, month: months.Month) -> str:
        asked = self.request.GET.copy()
        asked["month"] = str(month)
        return f"?{asked.urlencode()}"

    def in_words(self, name: str, value: str) -> str:
        """Return what happens, or the name of a language."""
        if name == "what":
            return str(WHAT.get(value, value))
        if name == "locale":
            return language(value)
        return value

    def get_filename(self) -> str:
        """Return the name of the file."""
        return f"content-calendar-{self.month}"
