import io

import pytest
from PIL import Image

from commerce.catalogue.pictures import UnknownFabric, draw_monogram
from commerce.catalogue.pictures.monogram import initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Adunni Atelier", "AA"),
        ("Kola & Sons", "KS"),
        ("zuri", "Z"),
        ("Eko-Made", "EM"),
        ("Ṣadé Ìtàn Couture", "ṢÌ"),
        ("", "F"),
        ("&", "F"),
    ],
)
def test_initials_are_the_first_letters_of_the_first_two_words(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_monogram_is_square_and_the_same_twice() -> None:
    first = draw_monogram(name="Adunni Atelier", fabric="ankara", seed=1, size=120)
    assert Image.open(io.BytesIO(first)).size == (120, 120)
    assert draw_monogram(name="Adunni Atelier", fabric="ankara", seed=1, size=120) == first


def test_two_names_give_two_monograms() -> None:
    one = draw_monogram(name="Adunni", fabric="kente", seed=1, size=120)
    assert one != draw_monogram(name="Bisi", fabric="kente", seed=1, size=120)


def test_an_unknown_fabric_is_refused() -> None:
    with pytest.raises(UnknownFabric):
        draw_monogram(name="Adunni", fabric="tinfoil", seed=1)
