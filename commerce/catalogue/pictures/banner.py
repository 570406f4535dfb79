import numpy as np

from commerce.catalogue.pictures.chance import chance
from commerce.catalogue.pictures.closeup import draped, relief
from commerce.catalogue.pictures.encoding import encoded
from commerce.catalogue.pictures.fabrics.loom import plain, weave
from commerce.catalogue.pictures.fabrics.texture import Field, stretched
from commerce.catalogue.pictures.palettes import blend

LIMIT = 220_000
"""The most bytes one banner may take."""


def _seam(width: int, height: int, rng: np.random.Generator) -> Field:
    y = np.linspace(0, 1, height, dtype=np.float32)
    bow = 0.36 + 0.05 * np.sin(y * 3.1 + float(rng.uniform(0, 6))) - 0.1 * (y - 0.5)
    x = np.linspace(0, 1, width, dtype=np.float32)
    return (x[None] - bow[:, None]) * width


def _evening(width: int, height: int) -> Field:
    y, x = np.mgrid[0:40, 0:90].astype(np.float32)
    light = 1.03 - 0.2 * ((x / 89 - 0.45) ** 2 + (y / 39 - 0.4) ** 2)
    return stretched(light, width, height)[..., None]


def draw_banner(*, fabric: str, seed: int, width: int = 1600, height: int = 700) -> bytes:
    """Return a WebP of draped cloth whose left third is plain, so that words may lie on it.

    :raises UnknownFabric: when the fabric is not one of ``FABRICS``.
    """
    side, scale = max(width, height, 8), max(width / 1600, height / 700)
    cloth, rng = weave(fabric, seed, side, 1.25 * scale), chance(seed, "banner", fabric)
    rich = draped(cloth.image, relief(width, height, rng, 1.4), 2.4)
    calm_tone = blend(cloth.trim, cloth.palette.dark, 0.35)
    calm = draped(plain(calm_tone, side, scale), relief(width, height, rng, 0.8) * 0.55, 2.0)
    away = _seam(width, height, rng)
    shade = 1 - 0.5 * np.exp(-np.clip(away, 0, None) / (26 * scale))
    rim = 1 + 0.22 * np.exp(-(((away + 7 * scale) / (5 * scale)) ** 2))
    over = np.clip(0.5 - away, 0, 1)[..., None]
    page = rich * shade[..., None] * (1 - over) + calm * rim[..., None] * over
    return encoded(page * _evening(width, height), limit=LIMIT)
