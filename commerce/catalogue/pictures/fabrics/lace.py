"""Guipure lace: corded flowers on a net over a lining."""

import numpy as np
from PIL import Image, ImageChops, ImageFilter

from commerce.catalogue.pictures.curves import path, ring
from commerce.catalogue.pictures.fabrics.repeat import Repeat, petals
from commerce.catalogue.pictures.palettes import Colour, Palette, blend

_BLACK: Colour = (0, 0, 0)
_NET: Colour = (150, 150, 150)
_CORD: Colour = (255, 255, 255)
_FILL: Colour = (214, 214, 214)


def _net(cloth: Repeat, gap: float) -> None:
    count = round(cloth.size / gap)
    step = cloth.size / count
    for row in range(count):
        for column in range(count):
            x = (column + (row % 2) / 2) * step
            cloth.hoop(x, (row + 0.5) * step, step * 0.56, step * 0.17, _NET)


def _flower(cloth: Repeat, x: float, y: float, radius: float, count: int) -> None:
    for leaf in petals(x, y, radius * 0.12, radius, count, radius * 1.9 / count**0.72):
        middle = leaf.mean(axis=0)
        cloth.shape(leaf, _BLACK)
        cloth.shape((leaf - middle) * 0.94 + middle, _CORD)
        cloth.shape((leaf - middle) * 0.66 + middle, _FILL)
        cloth.shape((leaf - middle) * (0.5, 0.5) + middle, _BLACK)
        cloth.shape((leaf - middle) * 0.36 + middle, _CORD)
    cloth.disc(x, y, radius * 0.24, _BLACK)
    cloth.disc(x, y, radius * 0.2, _CORD)
    cloth.disc(x, y, radius * 0.07, _FILL)


def _vine(cloth: Repeat, flip: int) -> None:
    line = path("M0 0 C30 34 60 34 90 0 C120 -34 150 -34 180 0") * (cloth.size / 180, 0.5)
    for middle in (0.0, cloth.size / 2):
        stem = line * (1, flip) + (0, middle)
        cloth.line(stem, 4.6, _BLACK)
        cloth.line(stem, 3.2, _CORD)
        for x, y in stem[4::7]:
            for leaf in petals(x, y, 2, 15, 3, 8):
                cloth.shape(leaf, _CORD)


def lace_over(palette: Palette, rng: np.random.Generator, scale: float) -> Image.Image:
    """Return one repeat of lace laid over its lining."""
    cloth = Repeat(150.0, scale=scale, ground=_BLACK)
    _net(cloth, 9)
    _vine(cloth, int(rng.choice((-1, 1))))
    count = int(rng.choice((5, 6, 8)))
    for x, y in ((0.25, 0.25), (0.75, 0.75)):
        _flower(cloth, x * cloth.size, y * cloth.size, cloth.size * 0.2, count)
    for x, y in ((0.75, 0.25), (0.25, 0.75)):
        _flower(cloth, x * cloth.size, y * cloth.size, cloth.size * 0.11, 5)
        for bead in ring(x * cloth.size, y * cloth.size, 22, 22, 12):
            cloth.disc(bead[0], bead[1], 2.6, _CORD)
    thread = cloth.finish().convert("L")
    return _laid(thread, palette, scale)


def _laid(thread: Image.Image, palette: Palette, scale: float) -> Image.Image:
    step = max(1, round(1.3 * scale))
    shade = ImageChops.offset(thread, step, step * 2).filter(ImageFilter.GaussianBlur(1.6 * scale))
    under = Image.new("RGB", thread.size, palette.ground)
    under.paste(Image.new("RGB", thread.size, palette.dark), mask=shade.point(lambda v: v * 0.5))
    relief = ImageChops.subtract(thread, ImageChops.offset(thread, step, step), 2, 128)
    light = np.asarray(relief, np.float32)[..., None] / 128
    cord = np.clip(np.array(blend(palette.first, palette.second, 0.25)) * light**0.5, 0, 255)
    over = Image.fromarray(cord.astype(np.uint8))
    under.paste(over, mask=thread.point(lambda v: min(255, int(v * 1.05))))
    return under
