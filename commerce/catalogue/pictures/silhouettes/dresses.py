"""Dresses, gowns, jumpsuits and two-piece sets."""

import numpy as np

from commerce.catalogue.pictures.curves import Points, path, whole
from commerce.catalogue.pictures.silhouettes.bottoms import legs, skirt
from commerce.catalogue.pictures.silhouettes.details import (
    ARMHOLE,
    NECKS,
    SHOULDER,
    hem,
    inside_neck,
    neckline,
    skirted,
    sleeve,
)
from commerce.catalogue.pictures.silhouettes.parts import Crease, Drape, Line, Part, folds, pair

_DARTS = folds(
    (
        Crease(path("M458 450 C460 410 456 380 450 350"), 12, 0.22),
        Crease(path("M528 342 C506 356 480 362 452 356"), 20, 0.16),
        Crease(path("M494 448 C476 440 452 438 430 440"), 14, 0.14),
    )
)
_WAIST = " C520 384 496 414 490 452 C462 460 430 462 400 462"


def _sleeves(kind: str) -> list[Part]:
    return [half for piece in sleeve(kind) for half in pair(piece)]


def _bodice(neck: str, back: bool) -> list[Part]:
    lines = neckline(neck)
    if back:
        lines += (Line(path("M400 206 L400 450"), 2.0),)
    body = Part(whole(neck + SHOULDER + ARMHOLE + _WAIST), creases=_DARTS, lines=lines)
    return [body] if back else [inside_neck(), body]


def _belt(tied: bool) -> list[Part]:
    band = Part(
        whole("M400 438 C434 438 466 436 491 432 L493 462 C464 470 432 472 400 472"),
        "trim",
        lift=0.4,
    )
    if not tied:
        return [band]
    tails = [
        Part(
            path("M424 460 C428 520 424 580 432 640 L452 634 C450 570 446 510 440 458"),
            "trim",
            lift=0.45,
        ),
        Part(
            path("M430 460 C446 510 462 560 470 604 L488 594 C478 546 462 500 446 456"),
            "trim",
            lift=0.4,
        ),
    ]
    knot = Part(
        path("M420 440 C432 432 448 434 454 446 C456 458 446 470 432 468 C420 464 414 450 420 440"),
        "trim",
        lift=0.5,
    )
    return [band, *tails, knot]


def _gathers(y: float, half: float, depth: float = 0.2) -> tuple[Crease, ...]:
    xs = np.linspace(0.1, 0.95, 7) * half
    return folds(
        [
            Crease(
                path(
                    f"M{400 + x:.0f} {y}"
                    ""
                    ""
                    f" C{400 + x * 1.1:.0f} {y + 40} {400 + x * 1.25:.0f}"
                    f" {y + 80} {400 + x * 1.4:.0f} {y + 150}"
                ),
                11,
                depth,
            )
            for x in xs
        ]
    )


def _flare(half: float, bottom: float, flutes: float, phase: float) -> Points:
    side = (
        f"M400 446 L491 446 C512 540 {400 + half * 0.86:.0f} {bottom - 200} {400 + half} {bottom}"
    )
    return skirted(side, hem(half, bottom, sag=24, flutes=flutes, depth=7, phase=phase))


def dress(rng: np.random.Generator, back: bool) -> list[Part]:
    """Cut a fit-and-flare dress, knee or midi."""
    kind = str(rng.choice(("none", "puff", "cap", "short", "bell")))
    neck = NECKS["back" if back else str(rng.choice(("round", "vee", "square", "boat")))]
    bottom, half = (int(rng.choice((740, 820, 880))), float(rng.uniform(176, 216)))
    phase, tied = float(rng.uniform(0, 6)), bool(rng.random() < 0.55)
    shape = _flare(half, bottom, 4.5, phase)
    edge = hem(half * 0.985, bottom - 14, sag=24, flutes=4.5, depth=7, phase=phase)
    falls = Drape(400, 250, 470, bottom - 60, 3.6, 0.27)
    flounce = Part(
        shape,
        drape=falls,
        creases=_gathers(458, 84),
        lines=(Line(edge, 1.4, "thread", dashed=True),),
    )
    under = Part((shape - (400, 0)) * (0.965, 1) + (400, -11), "lining", lift=0, tint=0.55)
    bodice = _bodice(neck, back)
    return [under, *bodice[:-1], *_sleeves(kind), flounce, bodice[-1], *_belt(tied and not back)]


def gown(rng: np.random.Generator, back: bool) -> list[Part]:
    """Cut a floor-length gown: a mermaid or an A-line, off the shoulder or strapped."""
    mermaid, phase = bool(rng.random() < 0.5), float(rng.uniform(0, 6))
    top = _off_shoulder() if rng.random() < 0.5 else _strapped(back)
    if mermaid:
        side = (
            "M400 430 L484 430 C506 480 520 530 514 600 C508 660 496 690 500 730"
            " C530 810 590 870 624 930"
        )
        tail = hem(224, 930, sag=26, flutes=5.5, depth=9, phase=phase)
        falls = Drape(400, 640, 700, 860, 2.2, 0.34)
    else:
        side = "M400 430 L484 430 C510 520 600 780 648 930"
        tail = hem(248, 930, sag=24, flutes=6.5, depth=8, phase=phase)
        falls = Drape(400, 240, 450, 820, 4.2, 0.32)
    pulls = folds(
        [
            Crease(path("M484 440 C500 500 506 560 496 640"), 24, 0.16),
            Crease(path("M440 460 C444 540 440 620 430 700"), 22, 0.12),
        ]
    )
    full = Part(skirted(side, tail), drape=falls, creases=pulls)
    band = Part(
        whole("M400 424 C432 424 462 422 485 416 L486 440 C460 448 430 450 400 450"),
        "trim",
        lift=0.3,
    )
    return [full, *top, band]


def _off_shoulder() -> list[Part]:
    body = whole(
        "M400 296 C430 272 470 262 520 268 C528 296 528 320 524 346"
        " C514 392 492 410 485 438 C460 446 430 448 400 448"
    )
    cuff = path(
        "M520 250 C552 232 592 250 610 300 C616 326 612 344 602 354"
        " C574 338 548 326 522 322 C514 300 514 270 520 250"
    )
    wrap = (
        Crease(path("M530 300 C556 300 584 314 604 336"), 14, 0.24),
        Crease(path("M526 276 C556 264 588 278 608 308"), 12, 0.2),
    )
    rolled = whole(
        "M400 292 C432 266 476 250 530 250 C536 262 536 280 532 296 C484 294 440 304 400 330"
    )
    pleats = folds(
        [
            Crease(path("M404 306 C440 282 486 268 530 266"), 10, 0.24),
            Crease(path("M404 320 C440 296 486 282 532 282"), 9, 0.22),
        ]
    )
    return [
        Part(body, creases=_DARTS),
        *pair(Part(cuff, grain=-40, creases=wrap)),
        Part(rolled, grain=90, creases=pleats, lift=0.4),
    ]


def _strapped(back: bool) -> list[Part]:
    dip = 330 if back else 290
    body = whole(
        f"M400 {dip} C424 {dip - 34} 446 250 468 238 C496 244 514 282 528 330"
        " C520 392 492 410 485 438 C460 446 430 448 400 448"
    )
    strap = path("M456 252 C464 220 470 196 474 172 L492 174 C490 202 488 230 486 256")
    back_of = Part(
        whole("M400 300 C440 296 480 300 520 330 L500 420 L400 420"), "lining", lift=0, tint=0.6
    )
    return [
        *([] if back else [back_of]),
        *pair(Part(strap, lift=0.2)),
        Part(body, creases=_DARTS, lift=0.3),
    ]


def jumpsuit(rng: np.random.Generator, back: bool) -> list[Part]:
    """Cut a belted jumpsuit with wide legs."""
    kind = str(rng.choice(("none", "cap", "short", "puff")))
    neck = NECKS["back" if back else str(rng.choice(("vee", "square", "round")))]
    wide = float(rng.uniform(128, 160))
    bodice = _bodice(neck, back)
    return [
        *bodice[:-1],
        *_sleeves(kind),
        *legs(446, 92, wide, 930, back),
        bodice[-1],
        *_belt(not back),
    ]


def two_piece(rng: np.random.Generator, back: bool) -> list[Part]:
    """Cut a cropped top worn with a skirt or wide trousers."""
    kind = str(rng.choice(("puff", "cap", "bell", "short")))
    neck = NECKS["back" if back else str(rng.choice(("vee", "square", "round")))]
    phase = float(rng.uniform(0, 6))
    top = skirted(
        neck + SHOULDER + ARMHOLE + " C526 360 522 380 520 400",
        hem(120, 400, sag=14, flutes=3, depth=3, phase=phase),
    )
    crop = Part(top, creases=_DARTS[:2] + _DARTS[3:5], lines=neckline(neck), lift=0.5)
    within = Part(
        whole("M400 384 L514 384 L512 408 C480 424 440 428 400 428"), "lining", lift=0, tint=0.55
    )
    lower = (
        [part.moved(0, 0) for part in legs(452, 94, 140, 930, back)]
        if rng.random() < 0.4
        else [part.moved(0, 256) for part in skirt(rng, back)]
    )
    band = Part(
        whole("M400 446 C434 446 466 444 493 440 L495 474 C464 480 432 482 400 482"),
        "trim",
        lift=0.35,
    )
    inner = [] if back else [inside_neck()]
    return [*lower, band, within, *inner, *_sleeves(kind), crop]
