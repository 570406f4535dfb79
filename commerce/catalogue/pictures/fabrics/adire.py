"""Adire: starch-painted squares, tied rings and combed waves, resisted in indigo."""

from collections.abc import Callable

import numpy as np
from PIL import Image, ImageFilter

from commerce.catalogue.pictures.curves import Points, offset, ring
from commerce.catalogue.pictures.fabrics.repeat import Repeat, petals
from commerce.catalogue.pictures.fabrics.texture import mottle
from commerce.catalogue.pictures.palettes import Colour, Palette

type Motif = Callable[[Repeat, float, float, float, np.random.Generator], None]

_WAX: Colour = (255, 255, 255)
_HALF: Colour = (120, 120, 120)
_DYE: Colour = (0, 0, 0)


def _wobbly(points: Points, rng: np.random.Generator, amount: float) -> Points:
    drift = np.cumsum(rng.normal(0, amount / 3, points.shape), axis=0)
    return points + drift - drift.mean(axis=0)


def _span(x0: float, y0: float, x1: float, y1: float, steps: int = 12) -> Points:
    return np.linspace((x0, y0), (x1, y1), steps)


def _spiral(cloth: Repeat, x: float, y: float, side: float, rng: np.random.Generator) -> None:
    t = np.linspace(0.6, 6.2 * np.pi, 70)
    r = side * 0.42 * t / t[-1]
    line = np.column_stack((x + r * np.cos(t), y + r * np.sin(t)))
    cloth.line(_wobbly(line, rng, 0.4), side * 0.05, _WAX)


def _lattice(cloth: Repeat, x: float, y: float, side: float, rng: np.random.Generator) -> None:
    for at in np.linspace(-0.4, 0.4, 6) * side:
        half = side * 0.44
        cloth.line(_wobbly(_span(x - half, y + at, x + half, y + at), rng, 0.9), 1.7, _WAX)
        cloth.line(_wobbly(_span(x + at, y - half, x + at, y + half), rng, 0.9), 1.7, _WAX)


def _leaf(cloth: Repeat, x: float, y: float, side: float, rng: np.random.Generator) -> None:
    for leaf in petals(x, y, side * 0.06, side * 0.46, 8, side * 0.16):
        cloth.shape(leaf, _WAX)
    for leaf in petals(x, y, side * 0.16, side * 0.38, 8, side * 0.05):
        cloth.shape(leaf, _DYE)


def _dots(cloth: Repeat, x: float, y: float, side: float, rng: np.random.Generator) -> None:
    for row in np.linspace(-0.38, 0.38, 7) * side:
        for column in np.linspace(-0.38, 0.38, 7) * side:
            jitter = rng.normal(0, 0.5, 2)
            cloth.disc(x + column + jitter[0], y + row + jitter[1], side * 0.035, _WAX)


def _chevrons(cloth: Repeat, x: float, y: float, side: float, rng: np.random.Generator) -> None:
    for at in np.linspace(-0.5, 0.3, 6) * side:
        half = side * 0.43
        left = _span(x - half, y + at + half * 0.45, x, y + at)
        right = _span(x, y + at, x + half, y + at + half * 0.45)
        cloth.line(_wobbly(np.concatenate((left, right[1:])), rng, 0.5), side * 0.045, _WAX)


def _rings(cloth: Repeat, x: float, y: float, side: float, rng: np.random.Generator) -> None:
    for cut in (0.43, 0.32, 0.21, 0.1):
        cloth.hoop(x, y, side * cut, side * 0.045, _WAX)


MOTIFS: tuple[Motif, ...] = (_spiral, _lattice, _leaf, _dots, _chevrons, _rings)


def _eleko(cloth: Repeat, rng: np.random.Generator) -> None:
    count = 4
    side = cloth.size / count
    order = [*rng.permutation(len(MOTIFS)), *rng.permutation(len(MOTIFS))]
    for row in range(count):
        for column in range(count):
            motif = MOTIFS[int(order[(row * 5 + column * 3) % len(order)])]
            motif(cloth, (column + 0.5) * side, (row + 0.5) * side, side * 0.86, rng)
    for at in np.arange(count) * side:
        for aside in (-1.6, 1.6):
            cloth.line(_span(0, at + aside, cloth.size, at + aside), 1.3, _WAX)
            cloth.line(_span(at + aside, 0, at + aside, cloth.size), 1.3, _WAX)


def _tied_ring(cloth: Repeat, x: float, y: float, radius: float, rng: np.random.Generator) -> None:
    for cut, tone in ((1.0, _HALF), (0.92, _WAX), (0.8, _DYE), (0.62, _WAX), (0.48, _DYE)):
        edge = ring(0, 0, 1, 1, 60) * radius * cut
        edge *= 1 + 0.035 * rng.normal(size=(60, 1))
        cloth.shape(edge + offset(x, y), tone)
    for leaf in petals(x, y, radius * 0.5, radius * 1.06, 26, radius * 0.045):
        cloth.shape(leaf, _DYE)
    cloth.disc(x, y, radius * 0.26, _WAX)
    cloth.disc(x, y, radius * 0.12, _DYE)


def _oniko(cloth: Repeat, rng: np.random.Generator) -> None:
    quarter, rest = cloth.size / 4, cloth.size * 3 / 4
    for x, y in ((quarter, quarter), (rest, rest)):
        _tied_ring(cloth, x, y, cloth.size * 0.22, rng)
    for x, y in ((rest, quarter), (quarter, rest)):
        _tied_ring(cloth, x, y, cloth.size * 0.11, rng)
        for bead in ring(x, y, cloth.size * 0.18, cloth.size * 0.18, 14):
            cloth.disc(bead[0], bead[1], 3.2, _WAX)
            cloth.disc(bead[0], bead[1], 1.3, _DYE)


def _comb(cloth: Repeat, rng: np.random.Generator) -> None:
    x = np.linspace(-4, cloth.size + 4, 80)
    bands = 5
    for band in range(bands):
        middle = (band + 0.5) * cloth.size / bands
        phase = np.pi * band
        for tooth in np.linspace(-0.33, 0.33, 6) * cloth.size / bands:
            y = middle + tooth + 9 * np.sin(4 * np.pi * x / cloth.size + phase)
            cloth.line(np.column_stack((x, y)), 1.9, _WAX)


def dye_adire(palette: Palette, rng: np.random.Generator, scale: float) -> Image.Image:
    """Return one repeat of an indigo resist cloth at ``scale`` pixels a unit."""
    design = (_eleko, _oniko, _comb)[int(rng.choice(3, p=(0.45, 0.35, 0.2)))]
    cloth = Repeat(260.0, scale=scale, ground=_DYE)
    design(cloth, rng)
    resist = cloth.finish().convert("L").filter(ImageFilter.GaussianBlur(0.7 * scale))
    keep = np.asarray(resist, dtype=np.float32) / 255
    depth = mottle(cloth.pixels, 7, rng) * 0.75
    keep = np.clip(keep * (0.92 - 0.3 * mottle(cloth.pixels, 11, rng)), 0, 1)
    ground, mid, light = (np.array(c, np.float32) for c in palette_tones(palette))
    dyed = ground + (mid - ground) * depth[..., None]
    shown = dyed + (light - dyed) * keep[..., None]
    return Image.fromarray(shown.astype(np.uint8))


def palette_tones(palette: Palette) -> tuple[Colour, Colour, Colour]:
    """Return the deepest dye, the weakest dye and the resisted cloth."""
    return palette.ground, palette.first, palette.light
