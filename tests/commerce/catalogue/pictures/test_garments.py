import hashlib
import io
import os
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from commerce.catalogue.pictures import (
    FABRICS,
    GARMENTS,
    VIEWS,
    UnknownFabric,
    UnknownGarment,
    UnknownView,
    draw_garment,
)
from commerce.catalogue.pictures.encoding import LIMIT, encoded
from commerce.catalogue.pictures.fabrics.loom import plain, weave

SMALL = {"width": 96, "height": 120}
ELSEWHERE = """
import hashlib
from commerce.catalogue.pictures import draw_garment
data = draw_garment(garment="gown", fabric="ankara", seed=11, width=200, height=250)
print(hashlib.sha256(data).hexdigest())
"""


def pixels(data: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"), np.float32)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("fabric", FABRICS)
@pytest.mark.parametrize("garment", GARMENTS)
def test_every_garment_can_be_drawn_in_every_fabric_and_view(
    garment: str, fabric: str, view: str
) -> None:
    data = draw_garment(garment=garment, fabric=fabric, seed=3, view=view, **SMALL)
    picture = Image.open(io.BytesIO(data))
    assert picture.format == "WEBP"
    assert picture.size == (96, 120)
    assert pixels(data).std() > 4


@pytest.mark.parametrize("garment", GARMENTS)
def test_every_cut_a_garment_may_draw_by_chance_can_be_sewn(garment: str) -> None:
    for seed in range(12):
        view = ("front", "back")[seed % 2]
        assert draw_garment(garment=garment, fabric="linen", seed=seed, view=view, **SMALL)


def test_the_same_arguments_give_the_same_bytes_in_another_process() -> None:
    here = draw_garment(garment="gown", fabric="ankara", seed=11, width=200, height=250)
    there = subprocess.run(
        [sys.executable, "-c", ELSEWHERE],
        env={**os.environ, "PYTHONHASHSEED": "77", "PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.strip() == hashlib.sha256(here).hexdigest()


def test_what_was_drawn_before_does_not_change_a_picture() -> None:
    first = draw_garment(garment="shirt", fabric="adire", seed=5, **SMALL)
    for seed in range(4):
        draw_garment(garment="dress", fabric="kente", seed=seed, view="flat", **SMALL)
    weave.cache_clear()
    plain.cache_clear()
    assert draw_garment(garment="shirt", fabric="adire", seed=5, **SMALL) == first


def test_another_seed_gives_another_picture() -> None:
    drawn = {draw_garment(garment="dress", fabric="ankara", seed=s, **SMALL) for s in range(20)}
    assert len(drawn) == 20


def test_the_four_views_of_a_product_differ() -> None:
    drawn = {
        draw_garment(garment="jacket", fabric="adire", seed=2, view=view, **SMALL) for view in VIEWS
    }
    assert len(drawn) == len(VIEWS)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("fabric", ["ankara", "lace", "kente"])
def test_a_full_size_picture_is_at_most_120_kilobytes(fabric: str, view: str) -> None:
    data = draw_garment(garment="agbada", fabric=fabric, seed=4, view=view)
    assert Image.open(io.BytesIO(data)).size == (800, 1000)
    assert 8_000 < len(data) <= LIMIT == 120_000


def test_a_busy_page_is_brought_under_the_limit_by_lowering_its_quality() -> None:
    noise = np.random.default_rng(1).random((240, 240, 3), dtype=np.float32)
    assert len(encoded(noise, limit=1_000_000)) > 36_000 >= len(encoded(noise, limit=36_000))


def test_the_garment_stands_out_from_a_light_backdrop() -> None:
    page = pixels(draw_garment(garment="kaftan", fabric="denim", seed=1, **SMALL))
    corner, chest = page[:10, :10].mean(), page[50:70, 40:56].mean()
    assert corner > 180
    assert corner - chest > 60


@pytest.mark.parametrize("size", [(80, 200), (300, 90), (64, 64)])
def test_a_page_of_any_shape_holds_the_whole_garment(size: tuple[int, int]) -> None:
    width, height = size
    data = draw_garment(garment="gown", fabric="cotton", seed=1, width=width, height=height)
    assert Image.open(io.BytesIO(data)).size == size


def test_an_unknown_garment_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownGarment, match=r"'toga'.*shirt, blouse") as refusal:
        draw_garment(garment="toga", fabric="ankara", seed=1)
    assert isinstance(refusal.value, ValueError)
    assert refusal.value.known == GARMENTS


def test_an_unknown_fabric_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownFabric, match="'tinfoil'") as refusal:
        draw_garment(garment="shirt", fabric="tinfoil", seed=1)
    assert refusal.value.known == FABRICS


def test_an_unknown_view_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownView, match="'aerial'") as refusal:
        draw_garment(garment="shirt", fabric="ankara", seed=1, view="aerial")
    assert refusal.value.known == VIEWS
