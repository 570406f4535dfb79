import re

from hypothesis import given
from hypothesis import strategies as st

from commerce.catalogue.importing import derive_sku

LABELS = st.text(max_size=30)


def test_a_short_sku_can_be_read() -> None:
    assert derive_sku("adire", "wax-shirt", {"size": "Small"}) == "ADIRE.WAX-SHIRT.SMALL"
    assert derive_sku("adire", "wax-shirt", {}) == "ADIRE.WAX-SHIRT"


def test_the_order_of_options_does_not_matter() -> None:
    one = derive_sku("adire", "top", {"size": "S", "color": "Sky Blue"})

    assert one == derive_sku("adire", "top", {"color": "Sky Blue", "size": "S"})
    assert one == "ADIRE.TOP.SKY_BLUE.S"


def test_what_looks_alike_stays_apart() -> None:
    alike = [
        derive_sku("adire", "top-s", {}),
        derive_sku("adire", "top", {"size": "S"}),
        derive_sku("adire", "top", {"size": "S/M"}),
        derive_sku("adire", "top", {"size": "S-M"}),
        derive_sku("adire", "top", {"size": "S M"}),
        derive_sku("adire", "top", {"size": "S_M"}),
        derive_sku("adire", "top", {"size": "赤"}),
        derive_sku("adire", "top", {"size": "青"}),
        derive_sku("adire", "x" * 90 + "a", {}),
        derive_sku("adire", "x" * 90 + "b", {}),
    ]

    assert len(set(alike)) == len(alike)


@given(LABELS, LABELS, st.dictionaries(st.sampled_from(["size", "color", "fit"]), LABELS))
def test_any_sku_is_short_and_plain(vendor: str, handle: str, options: dict[str, str]) -> None:
    assert re.fullmatch(r"[A-Z0-9._-]{1,64}", derive_sku(vendor, handle, options))


@given(st.text("ab -_/é", min_size=1, max_size=4), st.text("ab -_/é", min_size=1, max_size=4))
def test_two_labels_share_a_sku_only_if_they_are_one(one: str, two: str) -> None:
    same = derive_sku("v", "h", {"size": one}) == derive_sku("v", "h", {"size": two})

    assert same == (one == two)
