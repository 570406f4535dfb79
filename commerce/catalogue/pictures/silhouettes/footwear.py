"""Sandals, seen from above."""

from dataclasses import replace

import numpy as np

from commerce.catalogue.pictures.curves import Points, path, ribbon, ring
from commerce.catalogue.pictures.silhouettes.parts import Crease, Line, Part


def _hugging(outline: Points) -> Points:
    sole = path(_SOLE)
    half = len(sole) // 2
    right, left = sole[: half + 1], sole[half:][::-1]
    y = outline[:, 1]
    high = np.interp(y, right[:, 1], right[:, 0]) + 7
    low = np.interp(y, left[:, 1], left[:, 0]) - 7
    return np.column_stack((np.clip(outline[:, 0], low, high), y))


_SOLE = (
    "M522 190 C566 186 598 226 604 290 C610 360 588 420 580 490"
    " C574 560 592 620 588 690 C584 760 552 800 514 800 C474 800 446 762 444 700"
    " C442 630 462 570 456 490 C450 420 428 370 434 300 C440 232 478 192 522 190"
)


def sandals(rng: np.random.Generator, back: bool) -> list[Part]:
    """Make a pair of sandals seen from above, or their soles."""
    sole = path(_SOLE)
    middle = np.array([517.0, 496.0])
    under = Part((sole - middle) * (1.06, 1.035) + middle + (4, 8), "leather", lift=0, tint=0.62)
    welt = Part((sole - middle) * (1.05, 1.03) + middle, "leather", lift=0.3)
    if back:
        tread = tuple(
            Line(path(f"M446 {y} C490 {y - 16} 550 {y - 16} 596 {y}"), 3.4)
            for y in range(240, 780, 24)
        )
        parts = [under, Part(welt.outline, "leather", tint=0.7, lines=tread, lift=0)]
    else:
        bed = Part(
            (sole - middle) * 0.97 + middle,
            "sole",
            lift=0.1,
            volume=0.8,
            lines=(Line((sole - middle) * 0.93 + middle, 1.5, "thread", dashed=True),),
        )
        heel = Crease(path("M480 700 C500 730 540 730 556 700"), 40, 0.08)
        insole = Part(bed.outline, "sole", lift=0.1, volume=0.8, lines=bed.lines, creases=(heel,))
        straps = [replace(strap, outline=_hugging(strap.outline)) for strap in _straps(rng)]
        parts = [under, welt, insole, *straps]
    turned_out = [part.moved(26, 0, 1.0, 7) for part in parts]
    return [half for part in turned_out for half in (part.mirrored(), part)]


def _straps(rng: np.random.Generator) -> list[Part]:
    kind = str(rng.choice(("cross", "slide", "thong")))
    ankle = Part(
        ribbon(path("M428 604 C480 566 552 566 606 600"), 54, 1.0), grain=84, lift=0.7, volume=1.2
    )
    if kind == "slide":
        band = path(
            "M422 300 C470 256 560 256 616 296 C624 350 616 410 604 448"
            " C556 412 486 412 438 452 C424 404 416 352 422 300"
        )
        edge = (
            Line(path("M428 308 C474 266 556 266 610 304"), 1.5, "thread", dashed=True),
            Line(path("M440 440 C488 402 554 402 602 436"), 1.5, "thread", dashed=True),
        )
        return [Part(band, grain=8, lift=0.8, volume=1.3, lines=edge)]
    if kind == "thong":
        left = Part(
            ribbon(path("M512 262 C486 310 452 368 436 452"), 46, 0.95),
            grain=30,
            lift=0.7,
            volume=1.2,
        )
        right = Part(
            ribbon(path("M512 262 C548 310 584 360 598 440"), 46, 0.95),
            grain=-30,
            lift=0.7,
            volume=1.2,
        )
        bead = Part(ring(512, 266, 20, 20), "metal", lift=0.6, volume=1.4)
        return [left, right, ankle, bead]
    one = Part(
        ribbon(path("M406 296 C470 300 560 380 626 470"), 66, 1.0), grain=58, lift=0.7, volume=1.2
    )
    two = Part(
        ribbon(path("M632 292 C566 300 476 384 414 474"), 66, 1.0), grain=-58, lift=0.8, volume=1.2
    )
    return [one, two, ankle]
