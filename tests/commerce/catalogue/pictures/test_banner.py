import io

import numpy as np
import pytest
from PIL import Image

from commerce.catalogue.pictures import FABRICS, UnknownFabric, draw_banner
from commerce.catalogue.pictures.banner import LIMIT


@pytest.mark.parametrize("fabric", FABRICS)
def test_a_banner_of_each_fabric_is_drawn_the_same_twice(fabric: str) -> None:
    first = draw_banner(fabric=fabric, seed=2, width=320, height=140)
    assert Image.open(io.BytesIO(first)).size == (320, 140)
    assert draw_banner(fabric=fabric, seed=2, width=320, height=140) == first


def test_a_full_banner_fits_its_limit() -> None:
    data = draw_banner(fabric="ankara", seed=4)
    assert Image.open(io.BytesIO(data)).size == (1600, 700)
    assert len(data) <= LIMIT


def test_the_left_of_a_banner_is_calmer_than_the_right() -> None:
    page = Image.open(io.BytesIO(draw_banner(fabric="ankara", seed=4, width=640, height=280)))
    grey = np.asarray(page.convert("L"), np.float32)
    busy = np.abs(np.diff(grey, axis=1))
    assert busy[:, 420:].mean() > 3 * busy[:, :130].mean()


def test_an_unknown_fabric_is_refused() -> None:
    with pytest.raises(UnknownFabric):
        draw_banner(fabric="tinfoil", seed=1)
