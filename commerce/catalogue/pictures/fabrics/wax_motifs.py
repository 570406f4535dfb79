import numpy as np

from commerce.catalogue.pictures.curves import offset, path, ring
from commerce.catalogue.pictures.fabrics.repeat import Repeat, petals, spun
from commerce.catalogue.pictures.palettes import Palette


def medallion(cloth: Repeat, p: Palette, x: float, y: float, radius: float, count: int) -> None:
    """Draw rings of petals and beads about a seed."""
    cloth.disc(x, y, radius, p.dark)
    cloth.disc(x, y, radius * 0.97, p.light)
    cloth.disc(x, y, radius * 0.93, p.second)
    for bead in ring(x, y, radius * 0.84, radius * 0.84, count * 2):
        cloth.disc(bead[0], bead[1], radius * 0.055, p.light)
    cloth.disc(x, y, radius * 0.75, p.dark)
    cloth.disc(x, y, radius * 0.73, p.first)
    for leaf in petals(x, y, radius * 0.22, radius * 0.72, count, radius * 0.26):
        cloth.shape(leaf, p.dark)
    for leaf in petals(x, y, radius * 0.26, radius * 0.68, count, radius * 0.18):
        cloth.shape(leaf, p.light)
    for leaf in petals(x, y, radius * 0.3, radius * 0.6, count, radius * 0.08):
        cloth.shape(leaf, p.second)
    record(cloth, p, x, y, radius * 0.27)


def record(cloth: Repeat, p: Palette, x: float, y: float, radius: float) -> None:
    """Draw a disc of concentric rings and a ring of beads."""
    tones = (p.dark, p.light, p.second, p.first, p.dark, p.light, p.first, p.second, p.light)
    cuts = (1.0, 0.96, 0.88, 0.72, 0.56, 0.52, 0.38, 0.26, 0.12)
    for cut, tone in zip(cuts, tones, strict=True):
        cloth.disc(x, y, radius * cut, tone)
    if radius > 30:
        for bead in ring(x, y, radius * 0.8, radius * 0.8, 22):
            cloth.disc(bead[0], bead[1], radius * 0.04, p.light)
        for bead in ring(x, y, radius * 0.64, radius * 0.64, 18):
            cloth.disc(bead[0], bead[1], radius * 0.04, p.dark)


def star(cloth: Repeat, p: Palette, x: float, y: float, radius: float) -> None:
    """Draw an eight-petalled star with a seed."""
    for leaf in petals(x, y, radius * 0.2, radius, 8, radius * 0.42):
        cloth.shape(leaf, p.dark)
    for leaf in petals(x, y, radius * 0.24, radius * 0.93, 8, radius * 0.3):
        cloth.shape(leaf, p.first)
    cloth.disc(x, y, radius * 0.3, p.dark)
    cloth.disc(x, y, radius * 0.25, p.light)
    cloth.disc(x, y, radius * 0.13, p.second)


def fan(cloth: Repeat, p: Palette, x: float, y: float, radius: float) -> None:
    """Draw one scale of a scalloped ground."""
    tones = (p.dark, p.ground, p.light, p.first, p.dark, p.second, p.light, p.ground)
    cuts = (1.0, 0.95, 0.78, 0.73, 0.56, 0.53, 0.34, 0.27)
    for cut, tone in zip(cuts, tones, strict=True):
        cloth.disc(x, y, radius * cut, tone)
    for bead in ring(x, y, radius * 0.865, radius * 0.865, 26):
        cloth.disc(bead[0], bead[1], radius * 0.04, p.light)
    for leaf in petals(x, y, radius * 0.36, radius * 0.54, 14, radius * 0.1):
        cloth.shape(leaf, p.light)


def eye(cloth: Repeat, p: Palette, x: float, y: float, reach: float) -> None:
    """Draw an almond eye with lashes."""
    tones = (p.dark, p.light, p.first, p.dark, p.second)
    for cut, tone in zip((1.0, 0.94, 0.82, 0.6, 0.55), tones, strict=True):
        t = np.linspace(-1, 1, 25)
        lid = 0.56 * reach * cut * (1 - np.abs(t) ** 1.7)
        top = np.column_stack((x + reach * cut * t, y - lid))
        low = np.column_stack((x + reach * cut * t, y + lid))
        cloth.shape(np.concatenate((top, low[::-1])), tone)
    for leaf in petals(x, y, reach * 0.12, reach * 0.3, 12, reach * 0.07):
        cloth.shape(leaf, p.light)
    cloth.disc(x, y, reach * 0.17, p.dark)
    cloth.disc(x, y, reach * 0.12, p.light)
    cloth.disc(x, y, reach * 0.06, p.second)


def bloom(cloth: Repeat, p: Palette, x: float, y: float, radius: float, turn: float) -> None:
    """Draw a five-petalled flower with veins, stamens and leaves."""
    for leaf in petals(0, 0, radius * 0.5, radius * 1.28, 5, radius * 0.34):
        moved = spun(leaf, turn + 36) + offset(x, y)
        cloth.shape(moved, p.dark)
        cloth.shape((moved - moved.mean(axis=0)) * 0.86 + moved.mean(axis=0), p.second)
    for leaf in petals(0, 0, radius * 0.05, radius, 5, radius * 0.98):
        moved = spun(leaf, turn) + offset(x, y)
        cloth.shape(moved, p.dark)
        cloth.shape((moved - moved.mean(axis=0)) * 0.93 + moved.mean(axis=0), p.first)
    for leaf in petals(0, 0, radius * 0.16, radius * 0.82, 5, radius * 0.5):
        cloth.shape(spun(leaf, turn) + offset(x, y), p.light)
    for reach, breadth, tone in ((0.7, 0.26, p.second), (0.56, 0.1, p.dark)):
        for leaf in petals(0, 0, radius * 0.16, radius * reach, 5, radius * breadth):
            cloth.shape(spun(leaf, turn) + offset(x, y), tone)
    cloth.disc(x, y, radius * 0.2, p.dark)
    cloth.disc(x, y, radius * 0.17, p.second)
    for bead in ring(x, y, radius * 0.1, radius * 0.1, 7):
        cloth.disc(bead[0], bead[1], radius * 0.03, p.light)


_BIRD = path(
    "M100 8 C86 -4 72 -8 58 -10 C44 -40 10 -64 -34 -70 C-12 -52 4 -34 12 -12"
    " C-20 -12 -50 -20 -96 -46 C-80 -26 -66 -12 -50 -2 C-70 6 -86 18 -100 34"
    " C-62 26 -30 22 2 18 C-4 40 -18 58 -40 72 C6 66 40 46 58 20 C74 18 88 14 100 8"
)
_PLUMES = (
    path("M44 -14 C32 -36 10 -52 -14 -60"),
    path("M36 -10 C24 -26 10 -38 -4 -44"),
    path("M46 20 C34 40 10 54 -16 62"),
    path("M34 20 C26 34 12 44 -2 50"),
    path("M2 2 C-26 -2 -52 -12 -76 -28"),
    path("M2 8 C-30 8 -56 16 -80 24"),
)


def swallow(cloth: Repeat, p: Palette, x: float, y: float, span: float, turn: float) -> None:
    """Draw a swallow with spread wings."""
    for cut, tone in ((1.12, p.light), (1.03, p.dark), (0.93, p.first)):
        cloth.shape(spun(_BIRD * cut * span / 100, turn) + offset(x, y), tone)
    for plume in _PLUMES:
        cloth.line(spun(plume * span / 100, turn) + offset(x, y), span * 0.035, p.light, 0.3)
    for along in (0.5, 0.62, 0.74):
        spot = spun(np.array([[span * along, span * 0.02]]), turn)[0] + (x, y)
        cloth.disc(spot[0], spot[1], span * 0.028, p.light)
