from hypothesis import given
from hypothesis import strategies as st

from tests.commerce.catalogue.importing.sheets import HEADER, parse

HEAD = ",".join(HEADER).encode() + b"\n"
OWN = b"handle,title,price,option.size,stock,image_urls\n"
PIECES = st.sampled_from(
    [b",", b'"', b"\n", b"\r", b"\r\n", b"\0", b"\xff", b"\xc3\xa9", b"a", b"1", b"-", b".", b"S"]
    + [b"Title", b"Default Title", b"true", b"https://i.example/", b"|", b" ", b"," * 19]
)


def check(data: bytes) -> None:
    for format in (None, "shopify", "fashionistar"):
        parsed = parse(data, format)
        assert parsed.products or parsed.refused
        for refused in parsed.refused:
            assert refused.problems
        for problem in [p for r in parsed.refused for p in r.problems] + [*parsed.warnings]:
            assert 1 <= problem.line <= data.count(b"\n") + data.count(b"\r") + 1
            assert problem.render("f.csv").isprintable()
            assert problem.column and problem.sentence.endswith(".")


@given(st.binary(max_size=400))
def test_any_bytes_end_as_products_or_sentences(data: bytes) -> None:
    check(data)


@given(st.sampled_from([HEAD, OWN]), st.lists(PIECES, max_size=80).map(b"".join))
def test_any_bytes_under_a_good_header_end_so_too(head: bytes, data: bytes) -> None:
    check(head + data)
