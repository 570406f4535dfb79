import pytest

from commerce.catalogue.pictures import (
    FABRICS,
    GARMENTS,
    UnknownFabric,
    UnknownGarment,
    alt_text,
)


def test_a_caption_names_the_garment_and_the_cloth() -> None:
    assert alt_text("dress", "ankara") == "Dress in ankara wax print"
    assert alt_text("trousers", "linen") == "Pair of trousers in linen"


def test_every_pair_has_a_caption_of_its_own() -> None:
    captions = {alt_text(garment, fabric) for garment in GARMENTS for fabric in FABRICS}
    assert len(captions) == len(GARMENTS) * len(FABRICS)


def test_unknown_names_are_refused() -> None:
    with pytest.raises(UnknownGarment):
        alt_text("toga", "ankara")
    with pytest.raises(UnknownFabric):
        alt_text("dress", "tinfoil")
