from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from commerce.catalogue.pictures.chance import chance

type Field = NDArray[np.floating[Any]]


def stretched(field: Field, width: int, height: int) -> Field:
    """Return the field enlarged smoothly to a size in pixels."""
    picture = Image.fromarray(field.astype(np.float32))
    return np.asarray(picture.resize((width, height), Image.Resampling.BICUBIC))


def mottle(side: int, cells: int, rng: np.random.Generator) -> Field:
    """Return a soft cloudy square field (0-1) that joins itself at the edges."""
    coarse = rng.random((cells, cells), dtype=np.float32)
    wrapped = np.pad(coarse, 2, mode="wrap")
    full = round(side * (cells + 4) / cells)
    edge = round(side * 2 / cells)
    return np.clip(stretched(wrapped, full, full)[edge : edge + side, edge : edge + side], 0, 1)


def _slubs(side: int, thread: float, rng: np.random.Generator) -> Field:
    rows, runs = max(2, int(side / thread)), max(2, int(side / (thread * 14)))
    return stretched(rng.standard_normal((rows, runs), dtype=np.float32), side, side)


@lru_cache(maxsize=8)
def plain_weave(side: int, scale: float, strength: float) -> Image.Image:
    """Return the grey texture of a plain weave, to be multiplied into a cloth."""
    rng = chance(7, "weave")
    thread = max(1.6, 2.1 * scale)
    warp, weft = _slubs(side, thread, rng).T, _slubs(side, thread, rng)
    shade = 238 + strength * (warp + weft) * 9
    return Image.fromarray(np.clip(shade, 0, 255).astype(np.uint8))


@lru_cache(maxsize=4)
def twill(side: int, scale: float) -> Image.Image:
    """Return the grey texture of a right-hand twill, to be multiplied into a cloth."""
    rng = chance(8, "twill")
    thread = max(2.6, 3.4 * scale)
    y, x = np.mgrid[0:side, 0:side].astype(np.float32)
    slub = _slubs(side, max(1.6, 2 * scale), rng).T
    ridge = np.sin((x + 1.4 * y) * (2 * np.pi / thread) + slub * 0.7)
    shade = 224 + 17 * ridge + 13 * slub
    return Image.fromarray(np.clip(shade, 0, 255).astype(np.uint8))
