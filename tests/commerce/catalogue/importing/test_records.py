import pytest

from commerce.catalogue.importing.records import Record, UnreadableFile, decode, records
from tests.commerce.catalogue.importing.sheets import (
    PLAIN,
    handles,
    messages,
    parse,
    sheet,
    warnings,
)
from tests.timing import within

OTHER = PLAIN | {"Handle": "other", "Title": "Other"}
LOST_QUOTE = "A quotation mark is missing or misplaced, so the row cannot be read."


def lines_of(content: str) -> list[tuple[int, bool]]:
    return [(record.line, bool(record.fault)) for record in records(content)]


def test_a_record_starts_on_the_line_where_it_starts() -> None:
    body = PLAIN | {"Body (HTML)": "<p>one\r\ntwo\nthree</p>\r\n"}
    bad = OTHER | {"Variant Price": "x"}

    parsed = parse(sheet(body, bad))

    assert parsed.products[0].line == 2
    assert [message.split(": ")[0] for message in messages(parsed)] == ["f.csv:6"]


def test_line_ends_of_every_kind_count_once() -> None:
    for end in ("\n", "\r\n", "\r"):
        content = end.join(["a,b", '"1', '2",x', "", "3,4", "", ""])
        assert lines_of(content) == [(1, False), (2, False), (5, False)]


def test_empty_lines_and_rows_of_commas_are_no_records() -> None:
    parsed = parse(sheet(PLAIN) + b"\r\n,,,\r\n" + b"," * 19 + b"\r\n\r\n")

    assert (handles(parsed), parsed.refused) == (["wax-shirt"], ())


def test_a_mark_and_any_case_and_order_of_the_header_are_read() -> None:
    data = b"\xef\xbb\xbfVARIANT PRICE,title,HANDLE\r\n5,Shirt,shirt\r\n"

    assert handles(parse(data)) == ["shirt"]


def test_windows_1252_is_read_with_a_warning() -> None:
    data = sheet(PLAIN | {"Title": "Café – élan"}).decode().encode("cp1252")

    parsed = parse(data)

    assert parsed.products[0].title == "Café – élan"
    assert warnings(parsed) == [
        "f.csv:1: header: The file is not UTF-8; it was read as Windows-1252."
    ]


def test_one_broken_byte_in_a_utf8_file_refuses_one_product() -> None:
    data = sheet(PLAIN | {"Title": "Caf?"}, OTHER | {"Title": "Élan"}).replace(b"?", b"\xe9")

    parsed = parse(data)

    assert messages(parsed) == ["f.csv:2: Title: The cell holds a NUL or a byte that is not text."]
    assert parsed.products[0].title == "Élan"


def test_a_quote_left_open_loses_its_own_row_only() -> None:
    rows = sheet(PLAIN, OTHER, PLAIN | {"Handle": "third", "Body (HTML)": "a, b"})
    for broken in (b'"Wax Shirt', b'"Wax" Shirt'):
        parsed = parse(rows.replace(b"Wax Shirt", broken, 1))

        assert messages(parsed) == [f"f.csv:2: row: {LOST_QUOTE}"]
        assert (parsed.refused[0].handle, handles(parsed)) == ("wax-shirt", ["other", "third"])


def test_the_rest_of_an_unreadable_text_is_passed_over() -> None:
    content = 'a,b\nx,"one "two\nthree\nfour",5,6\ny,z\n'

    assert lines_of(content) == [(1, False), (2, True), (5, False)]


def test_a_lone_carriage_return_outside_quotes_is_a_fault() -> None:
    found = list(records("a,b\n1\r2,3\n4,5\n"))

    assert found[1].fault == "A line break stands outside quotation marks."
    assert found[2] == Record(3, ["4", "5"])


def test_decoding_tells_whether_it_guessed() -> None:
    assert not decode("é".encode()).guessed
    assert decode(b"\xe9").guessed


def test_quotation_marks_left_open_on_every_line_end_the_reading_soon() -> None:
    with (
        within(3),
        pytest.raises(UnreadableFile, match="Too many quotation marks are missing, from line"),
    ):
        list(records("handle,title\n" + 'a","\n' * 40_000))
    assert lines_of("a,b\n" + 'a","\n' * 100)[1:] == [(2, True)]
