import re

from hypothesis import given
from hypothesis import strategies as st

from commerce.catalogue.importing.slugs import code_of, slug_of


def test_a_good_handle_is_its_own_slug() -> None:
    assert slug_of("classic-varsity-top") == "classic-varsity-top"


def test_letters_outside_ascii_leave_a_fingerprint() -> None:
    assert slug_of("シャツ-1") != slug_of("ズボン-1")
    assert slug_of("シャツ-1").startswith("1-")
    assert re.fullmatch(r"product-[0-9a-f]{8}", slug_of("シャツ"))


def test_codes_are_the_terms_of_the_field() -> None:
    assert [
        code_of(name) for name in ("Size", "Colour", "COLOR", "Shoe Width", "2nd", "class")
    ] == [
        "size",
        "color",
        "color",
        "shoe_width",
        "n_2nd",
        "n_class",
    ]


@given(st.text(max_size=300))
def test_anything_has_a_slug_and_a_code(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug_of(text))
    assert re.fullmatch(r"[a-z][a-z0-9_]{0,61}", code_of(text))
    assert len(slug_of(text)) <= 200
