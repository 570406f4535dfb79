"""A record seen through its file's layout, and the notes taken while reading it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from commerce.catalogue.importing.cells import CellRefused
from commerce.catalogue.importing.columns import Field
from commerce.catalogue.importing.layouts import Layout
from commerce.catalogue.importing.parsed import RowProblem


@dataclass(frozen=True, slots=True)
class Row:
    """One readable record with as many cells as the header."""

    line: int
    cells: list[str]
    layout: Layout

    def text(self, about: Field) -> str:
        """Give the first filled cell of ``about``, trimmed; empty if there is none."""
        for at in self.layout.places.get(about, ()):
            if found := self.cells[at].strip():
                return found
        return ""

    @property
    def is_variant(self) -> bool:
        """Tell a variant from a row that only adds images."""
        return bool(self.text(Field.PRICE)) or any(
            self.cells[option.value_at].strip() for option in self.layout.options
        )


@dataclass(slots=True)
class Notes:
    """What is wrong (``problems``) and what is odd (``warnings``) about one product."""

    layout: Layout
    problems: list[RowProblem] = field(default_factory=list)
    warnings: list[RowProblem] = field(default_factory=list)

    def refuse(self, line: int, column: Field | str, sentence: str) -> None:
        """Note what keeps the product out."""
        self.problems.append(RowProblem(line, self._name(column), sentence))

    def warn(self, line: int, column: Field | str, sentence: str) -> None:
        """Note what somebody may want to know."""
        self.warnings.append(RowProblem(line, self._name(column), sentence))

    def read[T](self, row: Row, about: Field, reader: Callable[[str], T], default: T) -> T:
        """Read a cell; an empty one gives ``default``, a bad one refuses the product."""
        text = row.text(about)
        if not text:
            return default
        try:
            return reader(text)
        except CellRefused as refusal:
            self.refuse(row.line, about, str(refusal))
            return default

    def try_reading[T](self, row: Row, about: Field, reader: Callable[[str], T], default: T) -> T:
        """Read a cell; an empty one gives ``default``, a bad one too, with a warning."""
        text = row.text(about)
        if not text:
            return default
        try:
            return reader(text)
        except CellRefused as refusal:
            self.warn(row.line, about, f"{refusal} It is left out.")
            return default

    def _name(self, column: Field | str) -> str:
        return self.layout.column(column) if isinstance(column, Field) else column
