import numpy as np
import pytest

from commerce.catalogue.pictures.chance import chance
from commerce.catalogue.pictures.silhouettes.wardrobe import GARMENTS, cut, garment_named


@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize("name", GARMENTS)
def test_a_cut_garment_is_centred_and_inside_the_page(name: str, back: bool) -> None:
    for seed in range(6):
        parts = cut(garment_named(name), chance(seed, "cut"), back=back)
        points = np.concatenate([part.outline for part in parts])
        low, high = points.min(axis=0), points.max(axis=0)
        assert (low >= (20, 40)).all() and (high <= (780, 960)).all()
        assert np.allclose((low + high) / 2, (400, 500), atol=0.5)
