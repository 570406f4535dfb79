"""The studio: backdrop, floor, vignette and the shadows a garment throws."""

from functools import lru_cache

import numpy as np
from PIL import Image

from commerce.catalogue.pictures.chance import chance
from commerce.catalogue.pictures.fabrics.texture import Field, stretched
from commerce.catalogue.pictures.frame import Frame
from commerce.catalogue.pictures.palettes import Colour
from commerce.catalogue.pictures.shading import blurred


@lru_cache(maxsize=2)
def _grain(width: int, height: int) -> Field:
    return chance(5, "paper").standard_normal((height, width), dtype=np.float32)


def backdrop(frame: Frame, tone: Colour) -> Field:
    """Return a lit paper sweep: glow behind the garment, a soft floor, dim corners."""
    height, width = 120, 96
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    x, y = x / (width - 1) - 0.5, y / (height - 1)
    glow = np.exp(-((x + 0.12) ** 2 / 0.30 + (y - 0.38) ** 2 / 0.34))
    light = 0.945 + 0.095 * glow
    floor = 1 / (1 + np.exp(-(y - 0.86) / 0.02))
    light += floor * (0.03 - 0.12 * (y - 0.86))
    light -= 0.10 * np.clip(x**2 * 2.2 + (y - 0.5) ** 2 * 1.2 - 0.28, 0, 1)
    full = stretched(light, frame.width, frame.height)
    grain = _grain(frame.width, frame.height) * np.float32(0.0035)
    return (full + grain)[..., None] * _warmed(tone)


def _warmed(tone: Colour) -> Field:
    return np.array(tone, np.float32) / 255 * np.array((1.012, 1.0, 0.982), np.float32)


def tabletop(frame: Frame, tone: Colour, rng: np.random.Generator) -> Field:
    """Return an evenly lit plaster surface seen from above."""
    coarse = rng.standard_normal((7, 6), dtype=np.float32) * 0.008
    fine = _grain(frame.width, frame.height) * np.float32(0.006)
    y, x = np.mgrid[0:60, 0:48].astype(np.float32)
    sweep = 1.02 - 0.0016 * x - 0.0011 * y
    light = stretched(coarse, frame.width, frame.height) + fine
    light = light + stretched(sweep, frame.width, frame.height)
    return light[..., None] * _warmed(tone)


def _grey(field: Field) -> Image.Image:
    return Image.fromarray((field * 255).astype(np.uint8))


def _shifted(field: Field, right: float, down: float) -> Field:
    moved = np.roll(field, (round(down), round(right)), axis=(0, 1))
    moved[: max(0, round(down))] = 0
    return moved


def wall_shadow(shape: Field, frame: Frame, strength: float) -> Field:
    """Return the light left on a wall a little behind the garment."""
    far: Field = np.asarray(blurred(_grey(shape), 30 * frame.scale), np.float32) / 255
    near: Field = np.asarray(blurred(_grey(shape), 9 * frame.scale), np.float32) / 255
    far = _shifted(far, 20 * frame.scale, 26 * frame.scale)
    near = _shifted(near, 5 * frame.scale, 7 * frame.scale)
    return 1 - strength * (0.6 * far + 0.4 * near)


def floor_shadow(frame: Frame, middle: float, reach: float, level: float, depth: float) -> Field:
    """Return the light left on the floor under a garment that hangs above ``level``."""
    y, x = np.mgrid[0:125, 0:100].astype(np.float32) * 8
    far = ((x - middle) / max(reach, 40)) ** 2 + ((y - level) / 22) ** 2
    shade = depth * np.exp(-far * 0.9)
    return 1 - stretched(shade, frame.width, frame.height)
