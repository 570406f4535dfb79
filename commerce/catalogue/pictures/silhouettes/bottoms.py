"""Skirts and trousers."""

import numpy as np

from commerce.catalogue.pictures.curves import offset, path, whole
from commerce.catalogue.pictures.silhouettes.details import hem, skirted
from commerce.catalogue.pictures.silhouettes.parts import (
    Crease,
    Dot,
    Drape,
    Line,
    Part,
    both,
    folds,
    pair,
)


def _mouth(half: float, top: float) -> Part:
    shape = whole(
        f"M400 {top - 7}"
        f" C{400 + half * 0.6} {top - 7} {400 + half} {top - 4} {400 + half} {top}"
        f" L{400 + half} {top + 20} L400 {top + 26}"
    )
    return Part(shape, "lining", lift=0, tint=0.6, volume=0.4)


def _band(half: float, top: float, deep: float) -> Part:
    shape = whole(
        f"M400 {top + 7} C{400 + half * 0.6} {top + 7} {400 + half} {top + 3} {400 + half} {top}"
        f" L{400 + half + 3} {top + deep}"
        ""
        ""
        f" C{400 + half * 0.7} {top + deep + 8} {400 + half * 0.4}"
        f" {top + deep + 9} 400 {top + deep + 9}"
    )
    return Part(
        shape, lift=0.25, volume=0.7, grain=90, lines=(Line(shape, 1.5, "thread", dashed=True),)
    )


def legs(top: float, waist: float, wide: float, bottom: float, back: bool) -> list[Part]:
    """Return a pair of trouser legs, ``waist`` and ``wide`` half-widths in design units."""
    fork = top + 180
    outer = 400 + wide
    inner = 400 + max(10, wide * 0.10)
    right = path(
        f"M398 {top} L{400 + waist} {top}"
        ""
        ""
        f" C{400 + waist + 26} {top + 70} {400 + waist + 34} {top + 130}"
        f" {400 + max(waist + 30, wide * 0.9):.0f} {top + 220}"
        f" C{outer - 4:.0f} {top + 320} {outer:.0f} {bottom - 80} {outer + 4:.0f} {bottom}"
        f" C{outer - 30:.0f} {bottom + 14} {inner + 30:.0f} {bottom + 16} {inner:.0f} {bottom + 8}"
        f" C{inner + 2:.0f} {bottom - 140} 412 {fork + 120} 402 {fork}"
        f" C398 {fork - 40} 398 {top + 60} 398 {top}"
    )
    middle = (outer + inner) / 2
    press = Crease(
        path(
            f"M{400 + waist * 0.55} {top + 30}"
            f" C{middle - 8} {top + 200} {middle} {bottom - 200} {middle} {bottom + 10}"
        ),
        18,
        0.26,
    )
    pulls = (
        press,
        Crease(path(f"M406 {fork - 8} C430 {fork - 24} 456 {fork - 30} 486 {fork - 28}"), 16, 0.2),
        Crease(path(f"M404 {fork + 14} C424 {fork + 20} 446 {fork + 34} 462 {fork + 60}"), 16, 0.2),
        Crease(
            path(
                f"M{outer - 22:.0f} {top + 300}"
                ""
                ""
                f" C{outer - 30:.0f} {bottom - 200} {outer - 24:.0f}"
                f" {bottom - 80} {outer - 26:.0f} {bottom}"
            ),
            20,
            0.16,
        ),
        Crease(
            path(
                f"M{inner + 22:.0f} {fork + 160}"
                ""
                ""
                f" C{inner + 28:.0f} {bottom - 150} {inner + 24:.0f}"
                f" {bottom - 60} {inner + 26:.0f} {bottom + 8}"
            ),
            18,
            0.14,
        ),
    )
    turn_up = Line(
        path(
            f"M{inner:.0f} {bottom - 14}"
            ""
            ""
            f" C{inner + 30:.0f} {bottom - 6} {outer - 30:.0f}"
            f" {bottom - 8} {outer + 3:.0f} {bottom - 22}"
        ),
        1.4,
        "thread",
        dashed=True,
    )
    pocket = _hip_pocket(top, waist) if not back else ()
    leg = Part(right, grain=-2, creases=pulls, lines=(turn_up, *pocket), volume=1.1)
    return [leg.mirrored(), leg]


def _hip_pocket(top: float, waist: float) -> tuple[Line, ...]:
    slant = (
        f"M{400 + waist * 0.62} {top + 6}"
        ""
        ""
        f" C{400 + waist * 0.7} {top + 50} {400 + waist * 0.95}"
        f" {top + 80} {400 + waist + 24} {top + 96}"
    )
    return Line(path(slant), 2.2), Line(path(slant) + offset(-6, 3), 1.3, "thread", dashed=True)


def trousers(rng: np.random.Generator, back: bool) -> list[Part]:
    """Cut trousers, tapered to wide."""
    wide, waist, top = float(rng.choice((112, 138, 172))), 104.0, 190.0
    band = _band(waist, top, 34)
    loops = [
        Part(
            path(f"M{x - 5} {top - 2} L{x + 5} {top - 2} L{x + 5} {top + 46} L{x - 5} {top + 46}"),
            lift=0.4,
            volume=0.5,
        )
        for x in (330, 470)
    ]
    seat = list(legs(top + 30, waist + 2, wide, 900, back))
    if back:
        patch = path("M430 292 L500 286 L502 350 L466 368 L432 354")
        pockets = pair(
            Part(patch, lift=0.25, volume=0.4, lines=(Line(patch, 1.4, "thread", dashed=True),))
        )
        return [*seat, *pockets, band, *loops]
    fly = Line(path("M424 232 C426 300 424 350 404 384"), 1.5, "thread", dashed=True)
    closing = Part(
        band.outline,
        lift=0.25,
        volume=0.7,
        grain=90,
        lines=band.lines,
        dots=(Dot(400, top + 26, 8, "metal"),),
    )
    seat[1] = Part(
        seat[1].outline, grain=-2, creases=seat[1].creases, volume=1.1, lines=(*seat[1].lines, fly)
    )
    return [_mouth(waist, top), *seat, closing, *loops]


def skirt(rng: np.random.Generator, back: bool) -> list[Part]:
    """Cut a flared, pencil or tiered skirt."""
    kind = str(rng.choice(("flared", "pencil", "tiered", "flared")))
    makers = {"flared": _flared, "pencil": _pencil, "tiered": _tiered}
    body = makers[kind](rng, back)
    return [_mouth(93, 190), *body, _band(93, 190, 32)]


def _flared(rng: np.random.Generator, back: bool) -> list[Part]:
    half, bottom, phase = float(rng.uniform(200, 240)), 690.0, float(rng.uniform(0, 6))
    edge = hem(half, bottom, sag=30, flutes=5.5, depth=9, phase=phase)
    shape = skirted(f"M400 212 L495 212 C520 320 {380 + half} 560 {400 + half} {bottom}", edge)
    stitch = Line((edge - (400, 0)) * (0.985, 1) + (400, -14), 1.4, "thread", dashed=True)
    gathers = folds(
        [
            Crease(
                path(
                    f"M{400 + x} 226 C{400 + x * 1.1} 270 {400 + x * 1.3} 320 {400 + x * 1.5} 390"
                ),
                12,
                0.2,
            )
            for x in (14, 32, 50, 68, 84)
        ]
    )
    under = Part((shape - (400, 0)) * (0.965, 1) + (400, -11), "lining", lift=0, tint=0.5)
    return [
        under,
        Part(shape, drape=Drape(400, 60, 230, 620, 4.0, 0.3), creases=gathers, lines=(stitch,)),
    ]


def _pencil(rng: np.random.Generator, back: bool) -> list[Part]:
    shape = whole(
        "M400 212 L495 212 C526 290 540 360 534 450 C528 540 520 620 516 690"
        " C480 700 440 702 400 702"
    )
    pulls = folds(
        [
            Crease(path("M512 330 C486 342 456 346 430 344"), 18, 0.15),
            Crease(path("M470 240 C474 280 474 310 468 340"), 10, 0.24),
            Crease(path("M500 430 C492 520 488 600 492 696"), 24, 0.16),
        ]
    )
    slit = path("M430 704 C432 640 428 580 420 520 C424 580 444 650 452 704")
    opening = Part(slit, "lining", lift=0, tint=0.5, volume=0.3)
    lines = (
        *both([Line(path("M516 676 C480 686 440 688 400 688"), 1.4, "thread", dashed=True)]),
        Line(path("M400 220 L400 520"), 1.6 if back else 0.1),
    )
    return [Part(shape, creases=pulls, lines=lines, volume=1.15), opening]


def _tiered(rng: np.random.Generator, back: bool) -> list[Part]:
    tiers: list[Part] = []
    for index, (top, half_top, half, bottom) in enumerate(
        ((530, 168, 236, 706), (374, 128, 192, 548), (212, 95, 146, 392))
    ):
        phase = float(rng.uniform(0, 6))
        side = (
            f"M400 {top} L{400 + half_top} {top}"
            f" C{400 + half * 0.9} {top + 40} {400 + half} {bottom - 60} {400 + half} {bottom}"
        )
        edge = hem(half, bottom, sag=20, flutes=6 - index, depth=6, phase=phase)
        fall = Drape(400, top - 180, top + 20, bottom, 4.2 + 0.4 * index, 0.3)
        tiers.append(Part(skirted(side, edge), drape=fall, lift=0.5))
    return tiers
