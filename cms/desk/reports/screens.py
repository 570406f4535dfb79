"""Reports whose rows are worked out: filters, pages of fifty, CSV and XLSX."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.mixins import SpreadsheetExportMixin


class Report(SpreadsheetExportMixin, WagtailAdminTemplateMixin, View):  # type: ignore[misc]
    """A report; `filters` names the attributes of its rows that can be chosen, with labels."""

    filters: ClassVar[dict[str, Any]] = {}

    @staticmethod
    @abstractmethod
    def may_open(user: Any) -> bool:
        """Return whether the person may open it."""

    @abstractmethod
    def rows(self) -> list[Any]:
        """Return every row that the person may see."""

    @abstractmethod
    def shown(self, rows: list[Any]) -> dict[str, Any]:
        """Return what the template shows of the rows that were chosen."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let in who may open it."""
        if not self.may_open(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """Show the rows that were chosen, or send them as a file."""
        found = self.rows()
        chosen = [each for each in found if self._is_chosen(each)]
        if self.is_export:
            return self.as_spreadsheet(chosen, request.GET["export"])
        context = self.get_context_data(
            choices=list(self._choices(found)), total=len(chosen),
            is_filtering=any(request.GET.get(name) for name in self.filters),
            **self.shown(chosen),
        )  # fmt: skip
        return self.render_to_response(context)

    def _is_chosen(self, row: Any) -> bool:
        return all(
            getattr(row, name) == said
            for name in self.filters
            if (said := self.request.GET.get(name))
        )

    def _choices(self, rows: list[Any]) -> Iterable[dict[str, Any]]:
        """Yield what can be chosen: what there is, and what is chosen already."""
        for name, label in self.filters.items():
            said = self.request.GET.get(name, "")
            values = {getattr(each, name) for each in rows} | {said}
            found = [(each, self.in_words(name, each)) for each in values if each]
            chosen = sorted(found, key=lambda each: each[1])
            yield {"name": name, "label": label, "said": said, "values": chosen}

    def in_words(self, name: str, value: str) -> str:
        """Return a value of a filter for people to read."""
        return value

    def get_filename(self) -> str:
        """Return the name of the file without its ending."""
        return str(self.export_filename)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way to the report."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]
