from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PIL import Image, ImageChops

from commerce.catalogue.pictures import palettes
from commerce.catalogue.pictures.chance import chance
from commerce.catalogue.pictures.exceptions import UnknownFabric
from commerce.catalogue.pictures.fabrics import adire, lace, strips, texture, wax
from commerce.catalogue.pictures.palettes import Colour, Palette, blend

type Weaver = Callable[[Palette, np.random.Generator, float], Image.Image]


@dataclass(frozen=True, slots=True)
class Loom:
    """How one fabric is coloured, patterned and finished."""

    colourways: tuple[Palette, ...]
    weaver: Weaver
    finish: str
    hem: Callable[[Palette], Colour]


@dataclass(frozen=True, slots=True)
class Cloth:
    """A length of fabric with the plain colours that go with it."""

    image: Image.Image
    palette: Palette
    trim: Colour
    thread: Colour


def _flat(palette: Palette, rng: np.random.Generator, scale: float) -> Image.Image:
    return Image.new("RGB", (64, 64), palette.ground)


def _faded(palette: Palette, rng: np.random.Generator, scale: float) -> Image.Image:
    side = max(64, round(420 * scale))
    wash = texture.mottle(side, 6, rng)[..., None] * 0.22
    ground, pale = np.array(palette.ground), np.array(palette.first)
    return Image.fromarray((ground + (pale - ground) * wash).astype(np.uint8))


LOOMS: dict[str, Loom] = {
    "ankara": Loom(palettes.WAX, wax.print_wax, "cotton", lambda p: p.second),
    "adire": Loom(palettes.ADIRE, adire.dye_adire, "cotton", lambda p: p.ground),
    "aso-oke": Loom(palettes.STRIPED, strips.weave_aso_oke, "none", lambda p: p.ground),
    "kente": Loom(palettes.KENTE, strips.weave_kente, "none", lambda p: p.dark),
    "lace": Loom(palettes.LACE, lace.lace_over, "none", lambda p: p.second),
    "linen": Loom(palettes.PLAIN, _flat, "linen", lambda p: p.ground),
    "cotton": Loom(palettes.PLAIN, _flat, "cotton", lambda p: blend(p.ground, p.first, 0.35)),
    "denim": Loom(palettes.DENIM, _faded, "twill", lambda p: p.ground),
}

FABRICS: tuple[str, ...] = tuple(LOOMS)


def _texture(finish: str, side: int, scale: float) -> Image.Image | None:
    match finish:
        case "cotton":
            return texture.plain_weave(side, scale, 0.45)
        case "linen":
            return texture.plain_weave(side, scale, 1.25)
        case "twill":
            return texture.twill(side, scale)
    return None


def _tiled(cell: Image.Image, side: int) -> Image.Image:
    tile = np.asarray(cell)
    down, across = -(-side // tile.shape[0]), -(-side // tile.shape[1])
    return Image.fromarray(np.tile(tile, (down, across, 1))[:side, :side])


def _woven(cell: Image.Image, finish: str, side: int, scale: float) -> Image.Image:
    cloth = _tiled(cell, side)
    weave = _texture(finish, side, scale)
    return ImageChops.multiply(cloth, weave.convert("RGB")) if weave else cloth


@lru_cache(maxsize=6)
def weave(fabric: str, seed: int, side: int, scale: float) -> Cloth:
    """Return a square of fabric ``side`` pixels wide at ``scale`` pixels a design unit.

    :raises UnknownFabric: when no loom weaves that fabric.
    """
    if fabric not in LOOMS:
        raise UnknownFabric(fabric, FABRICS)
    loom = LOOMS[fabric]
    rng = chance(seed, "fabric", fabric)
    palette = palettes.pick(loom.colourways, rng)
    cell = loom.weaver(palette, rng, scale)
    trim = loom.hem(palette)
    thread = palette.second if fabric == "denim" else _thread(palette, trim)
    return Cloth(_woven(cell, loom.finish, side, scale), palette, trim, thread)


def _thread(palette: Palette, trim: Colour) -> Colour:
    pale = blend(palette.light, palette.ground, 0.2)
    far = sum(pale) - sum(trim) > 150
    return pale if far else blend(palette.dark, palette.first, 0.3)


@lru_cache(maxsize=24)
def plain(tone: Colour, side: int, scale: float, finish: str = "cotton") -> Image.Image:
    """Return a square of one colour with the texture of a finish."""
    return _woven(Image.new("RGB", (64, 64), tone), finish, side, scale)
