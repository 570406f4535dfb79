"""Words come out of markup, and a `<` that opens no tag is a word's neighbour."""

import itertools
import re

import pytest

from common.utils.elements import KNOWN
from common.utils.text import plain, too_long
from tests.cms.delivery.test_scripts import DANGER, PAYLOADS
from tests.timing import within

# A tag that a browser knows, or one with an attribute that somebody else's `>` would complete.
OPENED = re.compile(
    rf"</?(?:{'|'.join(KNOWN)})[\s/\"']*>|<[!?]"
    r"|<[a-z/][^<]*[\s/\"'](?:on\w+|href|src|style|action)\s*=",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("x<y", "x<y"),
        ("x<b", "x<b"),
        ("waist<hip, <b>always</b>", "waist<hip, always"),
        ("a<b<c", "a<b<c"),
        ("a < b", "a < b"),
        ("a<3 & b>4", "a<3 & b>4"),
        ("x&lt;y", "x<y"),
        ("if x<y=2", "if x<y=2"),
        ("ends in <", "ends in <"),
        ("<b>bold</b>", "bold"),
        ("x<y>z", "x<y>z"),
        ("a<b and c>d", "a<b and c>d"),
        ("width<head and tail>2", "width<head and tail>2"),
        ("x<size>y, <i>see</i> below", "x<size>y, see below"),
        ("List<string> of </string>", "List<string> of </string>"),
        ("<p hidden>said</p>", "said"),
        ("<my-tag>own</my-tag>", "own"),
        ("<PATH d=1>drawn</PATH>", "drawn"),
        ("cut off</b", "cut off"),
        ("&#" + "9" * 5000 + ";", "\ufffd"),
        ("<!-- hidden --> seen", " seen"),
        ("<y <b>>", "<y >"),
        ('x <y <3 title="a">', "x "),
        ("x<nothing", "x<nothing"),
        ("Sizes 60<x<90 cm", "Sizes 60<x<90 cm"),
        ("a<b <3 and more", "a<b <3 and more"),
    ],
)
def test_a_sign_that_opens_no_tag_is_text(said: str, left: str) -> None:
    assert plain(said) == left


@pytest.mark.parametrize(
    "said",
    [
        "x <script", "x <img src=x onerror=alert(1)", "x <a href=javascript:alert(1)",
        "x <y/onclick=alert(1)", "x <b\nstyle=x", "x <SVG", "x &lt;iframe", "x <y <b>onclick=alert(1) ",
        "x <y onclick=alert(1)>", "x <y title='>' onclick=alert(1)>", "x <b <3 onclick=alert(1) ",
        "x <y <b>style=x>", "x <b and c/onclick=alert(1)>",
        "x <y <b></b>title=\"<img src=x onerror=alert(1)>",
    ],
)  # fmt: skip
def test_what_would_run_with_a_sign_behind_it_is_not_left(said: str) -> None:
    assert not DANGER.search(plain(said)), plain(said)


def test_no_payload_leaves_cut_off_where_it_may_or_between_others() -> None:
    for payload in PAYLOADS:
        for said in (payload[:end] for end in range(len(payload) + 1)):
            assert not DANGER.search(plain(said)), said
    for one, other in itertools.product(PAYLOADS[::7], PAYLOADS):
        for said in (f"a<b {one[:-1]} {other}", f"<y {one} <{other[:9]}<b>{other}"):
            left = plain(said)
            assert not DANGER.search(left), said
            assert not OPENED.search(left), said


def test_a_text_is_too_long_by_its_letters_and_new_lines_as_people_count_them() -> None:
    assert too_long("é" * 5, 5, "A name") == ""
    assert too_long("a\r\nb", 3, "A name") == ""
    said = "A name has at most 1,000 characters; this one has 1,001."
    assert too_long("a" * 1001, 1000, "A name") == said


@pytest.mark.parametrize(
    "said",
    [
        "<a<1", "<a ", "<a <", "</", "</b ", "<!--", "<!", "<div>", "<b a=1><p>", "<ul><li>", "&lt;",
        "&", "&amp;", "<y title=' ", '<b a="', " href  ", "<y on", "<script>", "<script></", " =", "<img =",
        "<svg><title>", "<a/on", "&#9", "<b hidden",
    ],
)  # fmt: skip
def test_hostile_text_takes_no_longer_than_its_length_allows(said: str) -> None:
    for text in (said * (200_000 // len(said)), said * (200_000 // len(said)) + ">"):
        with within(1.5, of=text[:20]):
            plain(text)
