"""The reports in the admin's menu, and their addresses."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail.admin.menu import MenuItem

from cms.desk.reports.calendar.view import ContentCalendar
from cms.desk.reports.references.view import BrokenReferences
from cms.desk.reports.screens import Report

REPORTS: dict[str, type[Report]] = {
    "content-calendar": ContentCalendar,
    "broken-references": BrokenReferences,
}
FIRST = 100


class ReportItem(MenuItem):  # type: ignore[misc]
    """A report in the menu of who may open it."""

    def __init__(self, name: str, view: type[Report], order: int) -> None:
        self.view = view
        super().__init__(
            view.page_title, reverse(f"desk_reports_{name}"), name=name,
            icon_name=view.header_icon, order=order,
        )  # fmt: skip

    def is_shown(self, request: HttpRequest) -> Any:
        """Return whether the person may open the report."""
        return self.view.may_open(request.user)


def items() -> list[ReportItem]:
    """Return the reports for the menu."""
    return [
        ReportItem(name, view, FIRST + place) for place, (name, view) in enumerate(REPORTS.items())
    ]


def urls() -> list[URLPattern]:
    """Return the addresses of the reports."""
    return [
        path(f"reports/{name}/", view.as_view(), name=f"desk_reports_{name}")
        for name, view in REPORTS.items()
    ]
