"""Cells that a spreadsheet would calculate are words in whatever is taken out of the admin.

A person outside of the shop may write a formula into a form, a name or an address. Spreadsheets
run it when somebody opens the CSV, so such a cell begins with an apostrophe there. In XLSX every
cell of words is marked as words and stays as it was written.
"""

from typing import Any

from wagtail.admin.views.mixins import SpreadsheetExportMixin as Export

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless(value: Any) -> Any:
    """Return words that no spreadsheet takes for a formula; what is no words stays as it is."""
    is_formula = isinstance(value, str) and value.startswith(STARTS)
    return f"'{value}" if is_formula else value


def disarm() -> None:
    """Have every CSV of the admin write harmless cells, headings too."""
    written, heading = Export.preprocess_field_value, Export.get_heading

    def value_of(self: Any, field: Any, value: Any, export_format: str) -> Any:
        found = written(self, field, value, export_format)
        return harmless(found) if export_format == Export.FORMAT_CSV else found

    def heading_of(self: Any, queryset: Any, field: Any) -> Any:
        return harmless(heading(self, queryset, field))

    Export.preprocess_field_value, Export.get_heading = value_of, heading_of
