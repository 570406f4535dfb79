"""From bytes to records, each knowing the physical line it starts on."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

_ESCAPED_BYTE = re.compile("[\udc80-\udcff]")
_LETTER_BEYOND_ASCII = re.compile("[^\x00-\x7f\ud800-\udfff]")
# How often the lines of a file are read again at most, for quotation marks left open.
MOST_AGAIN = 20
FEW_LINES = 20_000
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class UnreadableFile(ValueError):
    """The file as a whole cannot be read; the message is the sentence to show."""


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one record, or the ``fault`` that kept it from being read."""

    line: int
    cells: list[str]
    fault: str = ""
    read: int = 0
    """How many lines were read to find the fault."""


@dataclass(frozen=True, slots=True)
class Text:
    """The decoded file; ``guessed`` tells that it was not UTF-8 but Windows-1252."""

    content: str
    guessed: bool


def decode(data: bytes) -> Text:
    """Decode UTF-8 (with or without mark) or else Windows-1252.

    Bytes that fit neither stay as lone surrogates, so that only their row need be refused.

    :raises UnreadableFile: for UTF-16.
    """
    if data.startswith(_UTF16_MARKS):
        raise UnreadableFile("The file is UTF-16; save it as CSV in UTF-8.")
    content = data.decode("utf-8-sig", "surrogateescape")
    broken = _ESCAPED_BYTE.search(content) is not None
    if not broken or data.startswith(b"\xef\xbb\xbf") or _LETTER_BEYOND_ASCII.search(content):
        return Text(content, guessed=False)
    return Text(data.decode("cp1252", "surrogateescape"), guessed=True)


def records(content: str) -> Iterator[Record]:
    """Yield the records that hold anything, recovering on the line after an unreadable one.

    What follows an unreadable record is passed over until a record has as many cells as the
    first one, because it may be the rest of the broken text.

    :raises UnreadableFile: when so many quotation marks are left open that it would take for ever.
    """
    lines = _physical_lines(content)
    again = FEW_LINES + MOST_AGAIN * len(lines)
    start, width, lost = 0, 0, False
    while start < len(lines):
        faulty = None
        for record in _run(lines, start):
            if record.fault:
                faulty = record
                break
            if lost and len(record.cells) != width:
                continue
            lost = False
            width = width or len(record.cells)
            yield record
        if faulty is None:
            return
        again -= faulty.read
        if again < 0:
            raise UnreadableFile(
                f"Too many quotation marks are missing, from line {faulty.line} on."
            )
        if not lost:
            yield faulty
        lost, start = bool(width), faulty.line


def _physical_lines(content: str) -> list[str]:
    ends = "\n" if "\n" in content else ""
    return list(io.StringIO(content, newline=ends))


def _run(lines: list[str], start: int) -> Iterator[Record]:
    reader = csv.reader((lines[at] for at in range(start, len(lines))), strict=True)
    while True:
        line = start + reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            read = start + reader.line_num - line + 1
            yield Record(line, _first_cells(lines[line - 1]), _fault(error), read)
            return
        if any(cell and not cell.isspace() for cell in cells):
            yield Record(line, cells)


def _first_cells(line: str) -> list[str]:
    try:
        return next(csv.reader([line.rstrip("\r\n")]), [])
    except csv.Error:
        return []


def _fault(error: csv.Error) -> str:
    said = str(error)
    if "field limit" in said:
        limit = csv.field_size_limit()
        return f"A cell is longer than {limit} characters; perhaps a quotation mark is missing."
    if "new-line" in said:
        return "A line break stands outside quotation marks."
    return "A quotation mark is missing or misplaced, so the row cannot be read."
