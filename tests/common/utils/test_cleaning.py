"""HTML is cleaned in a time that grows as its length does."""

import re
from pathlib import Path

import pytest

from common.utils.cleaning import cleaned, is_readable
from tests.timing import within

TAGS = {"a", "b", "i", "li", "p", "table", "td", "tr", "ul"}


@pytest.mark.parametrize(
    "said",
    [
        "<div>", "<ul><li>", "<b>", "<table><tr><td>", "<p><div>", "<svg><g>", "<i><p></i>",
        "<div><!--</div>-->", '<div title="</div>">', '<b ="><div></b>">', "<div><table><td></div>",
        "<div><script><!--<script></script></div>--></script>", "<svg><a><![CDATA[></a>]]>",
        "<div><title></div></title></div>", '<div><a x=\xa0"></div>">', "<template><div></div>",
        "<div><noscript></div></noscript>", "<a<", "<!--",
    ],
)  # fmt: skip
def test_what_is_nested_without_end_is_cleaned_in_no_time(said: str) -> None:
    with within(2):
        left = cleaned(said * (200_000 // len(said)), tags=TAGS, attributes={})
    assert len(left) < 1_500_000


def test_what_parsers_would_repeat_in_each_paragraph_becomes_words() -> None:
    said = "".join(f"<b a={n}>" for n in range(9000)) + "<p>x & y" * 9000
    with within(2):
        assert cleaned(said, tags=TAGS, attributes={}) == "x &amp; y" * 9000


def test_long_and_flat_is_read_whatever_people_forgot_to_close() -> None:
    row = "<tr><td>Ankara</td><td><b>34</b><br><img src=x></td></tr>"
    for said in (
        f"<style>b {{}}</style><table>{row * 3000}</table>",
        "<p>said <i>so</i>" * 5000,
        "<div><iframe src=x></iframe><p>one</p></div>" * 3000,
        "<!-- a --><p title='<div>'>b</p>" * 5000,
    ):
        assert is_readable(said), said[:40]
        assert re.search("</(td|p)>", cleaned(said, tags=TAGS, attributes={})), said[:40]


def test_few_tags_are_read_however_deep() -> None:
    assert cleaned("<b>" * 300 + "x", tags=TAGS, attributes={}).startswith("<b><b>")


def test_nobody_else_asks_the_parser() -> None:
    root = Path(__file__).parents[3]
    found = [
        each.name
        for part in ("site", "cms", "commerce", "notifications")
        for each in (root / part).rglob("*.py")
        if re.search(r"^\s*(import|from) nh3", each.read_text(), re.MULTILINE)
    ]
    assert found == ["cleaning.py"]
