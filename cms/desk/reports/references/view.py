"""The report of broken references, worked out when it is opened, or kept for a while if that is slow."""

import time
from datetime import datetime
from typing import Any, ClassVar

from django.core.cache import cache
from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cms.desk.home.content import writes_pages
from cms.desk.reports.references.checking import WHAT, Problem, problems
from cms.desk.reports.screens import Report
from cms.desk.reports.words import language

AT_ONCE = 50
KEPT_SECONDS = 300
AGAIN = "again"
STATES = {
    "live": _("Live"), "draft": _("Draft"), "menu": _("Menu"), "site": _("Website"),
    "promoted": _("Promoted result"), "redirect": _("Redirect"), "files": _("Files"),
}  # fmt: skip


class BrokenReferences(Report):
    """What pages, menus and the like point at that shoppers cannot see.

    What took longer than `slow` seconds to work out is shown to the same person, with the same
    groups, for five minutes, unless they ask to look again.
    """

    slow: ClassVar[float] = 2.0
    template_name = "desk/reports/references.html"
    page_title = _("Broken references")
    header_icon = "warning"
    export_filename = "broken-references"
    filters: ClassVar[dict[str, Any]] = {
        "state": _("Where"), "what": _("Points at"), "kind": _("Type"), "locale": _("Language"),
    }  # fmt: skip
    list_export = ("title", "kind", "language", "state", "place", "pointing_at", "said", "url")
    export_headings: ClassVar[dict[str, Any]] = {
        "title": _("Page"), "kind": _("Type"), "language": _("Language"), "state": _("Where"),
        "place": _("Place"), "pointing_at": _("Points at"), "said": _("What is wrong"),
        "url": _("To be put right at"),
    }  # fmt: skip

    @staticmethod
    def may_open(user: Any) -> bool:
        """Return whether the person writes pages."""
        return writes_pages(user)

    @cached_property
    def looked(self) -> tuple[list[Problem], datetime | None]:
        """What is broken, and when that was worked out; nothing for now."""
        kept = None if AGAIN in self.request.GET else cache.get(self._key)
        if kept is not None:
            return kept  # type: ignore[no-any-return]
        began, at = time.monotonic(), timezone.now()
        found = problems(user=self.request.user)
        if time.monotonic() - began > self.slow:
            cache.set(self._key, (found, at), KEPT_SECONDS)
            return found, at
        cache.delete(self._key)
        return found, None

    @cached_property
    def _key(self) -> str:
        user = self.request.user
        groups = sorted(user.groups.values_list("pk", flat=True))
        rights = "-".join(map(str, (int(user.is_superuser), *groups)))
        return f"desk.broken-references.{user.pk}.{rights}.{get_language()}"

    def rows(self) -> list[Problem]:
        """Return what is broken."""
        return self.looked[0]

    def shown(self, rows: list[Problem]) -> dict[str, Any]:
        """Return fifty rows, the ways to the others, and when they were worked out."""
        page = Paginator(rows, AT_ONCE).get_page(self.request.GET.get("p"))
        asked = self.request.GET.copy()
        for name in ("p", AGAIN):
            asked.pop(name, None)
        return {
            "page_of_rows": page, "asked": asked.urlencode(), "states": STATES,
            "looked_at": self.looked[1],
        }  # fmt: skip

    def in_words(self, name: str, value: str) -> str:
        """Return a value of a filter for people to read."""
        if name == "locale":
            return language(value)
        words = {"what": WHAT, "state": STATES}.get(name, {})
        return str(words.get(value, value))
