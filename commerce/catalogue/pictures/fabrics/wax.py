"""Wax prints: motifs on a half-drop repeat, crackled as the wax cracks in the dye."""

from collections.abc import Callable

import numpy as np
from PIL import Image

from commerce.catalogue.pictures.fabrics.repeat import Repeat
from commerce.catalogue.pictures.fabrics.wax_motifs import (
    bloom,
    eye,
    fan,
    medallion,
    record,
    star,
    swallow,
)
from commerce.catalogue.pictures.palettes import Palette, blend

type Design = Callable[[Repeat, Palette, np.random.Generator], None]


def _pepper(cloth: Repeat, palette: Palette, gap: float) -> None:
    tone = blend(palette.ground, palette.light, 0.45)
    count = round(cloth.size / gap)
    step = cloth.size / count
    for row in range(count):
        for column in range(count):
            x = (column + (row % 2) / 2) * step
            cloth.disc(x, (row + 0.5) * step, gap * 0.15, tone)


def _half_drop(cloth: Repeat) -> list[tuple[float, float]]:
    quarter, rest = cloth.size / 4, cloth.size * 3 / 4
    return [(quarter, quarter), (rest, rest)]


def _fillers(cloth: Repeat) -> list[tuple[float, float]]:
    quarter, rest = cloth.size / 4, cloth.size * 3 / 4
    return [(rest, quarter), (quarter, rest)]


def medallions(cloth: Repeat, palette: Palette, rng: np.random.Generator) -> None:
    """Draw great medallions with small stars between them on a peppered ground."""
    _pepper(cloth, palette, 11)
    count = int(rng.choice((10, 12, 16)))
    for x, y in _half_drop(cloth):
        medallion(cloth, palette, x, y, cloth.size * 0.27, count)
    for x, y in _fillers(cloth):
        star(cloth, palette, x, y, cloth.size * 0.15)


def records(cloth: Repeat, palette: Palette, rng: np.random.Generator) -> None:
    """Draw discs of many fine rings, like gramophone records, touching."""
    for x, y in _half_drop(cloth) + _fillers(cloth):
        record(cloth, palette, x, y, cloth.size * 0.245)
    for x, y in ((0.0, 0.0), (cloth.size / 2, cloth.size / 2)):
        star(cloth, palette, x, y, cloth.size * 0.1)
    for x, y in ((cloth.size / 2, 0.0), (0.0, cloth.size / 2)):
        star(cloth, palette, x, y, cloth.size * 0.1)


def scallops(cloth: Repeat, palette: Palette, rng: np.random.Generator) -> None:
    """Draw rows of overlapping fans."""
    radius = cloth.size / 6
    for row in range(-1, 13):
        for column in range(-1, 4):
            x = (column * 2 + row % 2) * radius
            fan(cloth, palette, x, row * radius / 2, radius)


def eyes(cloth: Repeat, palette: Palette, rng: np.random.Generator) -> None:
    """Draw bricks of almond eyes with a pepper of dots between."""
    _pepper(cloth, palette, 9)
    step = cloth.size / 4
    for row in range(4):
        for column in range(2):
            x = (column * 2 + 0.5 + row % 2) * step
            eye(cloth, palette, x, (row + 0.5) * step, step * 0.92)


def blooms(cloth: Repeat, palette: Palette, rng: np.random.Generator) -> None:
    """Draw scattered large flowers with leaves."""
    _pepper(cloth, palette, 12)
    for turn, (x, y) in enumerate(_half_drop(cloth)):
        bloom(cloth, palette, x, y, cloth.size * 0.27, 18 + turn * 36)
    for turn, (x, y) in enumerate(_fillers(cloth)):
        bloom(cloth, palette, x, y, cloth.size * 0.14, 40 - turn * 25)


def swallows(cloth: Repeat, palette: Palette, rng: np.random.Generator) -> None:
    """Draw swallows in flight over a ringed ground."""
    for row in range(6):
        for column in range(6):
            x, y = (column + row % 2 / 2) * cloth.size / 6, (row + 0.5) * cloth.size / 6
            cloth.hoop(x, y, 11, 1.6, blend(palette.ground, palette.second, 0.75))
            cloth.disc(x, y, 3.2, blend(palette.ground, palette.light, 0.7))
    for turn, (x, y) in enumerate(_half_drop(cloth)):
        swallow(cloth, palette, x, y, cloth.size * 0.34, -24 + turn * 180)
    for x, y in _fillers(cloth):
        star(cloth, palette, x, y, cloth.size * 0.12)


def _crackle(cloth: Repeat, palette: Palette, rng: np.random.Generator) -> None:
    tone = blend(palette.dark, palette.ground, 0.5)
    for _ in range(30):
        heading = rng.uniform(0, 2 * np.pi) + np.cumsum(rng.normal(0, 0.3, 9))
        steps = rng.uniform(4, 10) * np.column_stack((np.cos(heading), np.sin(heading)))
        start = rng.uniform(0, cloth.size, 2)
        cloth.line(start + np.cumsum(steps, axis=0), rng.uniform(0.45, 0.95), tone, 0.2)
    for x, y, r in rng.uniform((0, 0, 0.5), (cloth.size, cloth.size, 1.5), (70, 3)):
        cloth.disc(x, y, r, palette.light)


DESIGNS: tuple[Design, ...] = (medallions, records, scallops, eyes, blooms, swallows)
_SIZES = (230.0, 190.0, 200.0, 180.0, 220.0, 220.0)


def print_wax(palette: Palette, rng: np.random.Generator, scale: float) -> Image.Image:
    """Return one repeat of a wax print at ``scale`` pixels a unit."""
    which = int(rng.integers(len(DESIGNS)))
    size = _SIZES[which] * float(rng.uniform(0.9, 1.12))
    cloth = Repeat(size, scale=scale, ground=palette.ground)
    DESIGNS[which](cloth, palette, rng)
    _crackle(cloth, palette, rng)
    return cloth.finish()
