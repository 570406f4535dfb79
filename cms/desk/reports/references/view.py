"""The report of broken references, worked out each time it is opened."""

from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from cms.desk.home.content import writes_pages
from cms.desk.reports.references.checking import WHAT, Problem, problems
from cms.desk.reports.screens import Report

AT_ONCE = 50
STATES = {"live": _("Live"), "draft": _("Draft"), "redirect": _("Redirect")}


class BrokenReferences(Report):
    """What pages point at that shoppers cannot see."""

    template_name = "desk/reports/references.html"
    page_title = _("Broken references")
    header_icon = "warning"
    export_filename = "broken-references"
    filters: ClassVar[dict[str, Any]] = {
        "state": _("Where"), "what": _("Points at"), "kind": _("Type"), "locale": _("Language"),
    }  # fmt: skip
    list_export = ("title", "kind", "locale", "state", "place", "pointing_at", "said", "url")
    export_headings: ClassVar[dict[str, Any]] = {
        "title": _("Page"), "kind": _("Type"), "locale": _("Language"), "state": _("Where"),
        "place": _("Place"), "pointing_at": _("Points at"), "said": _("What is wrong"),
        "url": _("To be put right at"),
    }  # fmt: skip

    @staticmethod
    def may_open(user: Any) -> bool:
        """Return whether the person writes pages."""
        return writes_pages(user)

    def rows(self) -> list[Problem]:
        """Return what is broken now."""
        return problems(user=self.request.user)

    def shown(self, rows: list[Problem]) -> dict[str, Any]:
        """Return fifty rows, and the ways to the others."""
        page = Paginator(rows, AT_ONCE).get_page(self.request.GET.get("p"))
        asked = self.request.GET.copy()
        asked.pop("p", None)
        return {"page_of_rows": page, "asked": asked.urlencode(), "states": STATES}

    def in_words(self, name: str, value: str) -> str:
        """Return a value of a filter for people to read."""
        words = {"what": WHAT, "state": STATES}.get(name, {})
        return str(words.get(value, value))
