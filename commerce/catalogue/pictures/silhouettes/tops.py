"""Shirts, blouses and jackets."""

import numpy as np

from commerce.catalogue.pictures.curves import path, whole
from commerce.catalogue.pictures.silhouettes.details import (
    ARMHOLE,
    NECKS,
    SHOULDER,
    buttons,
    hem,
    inside_neck,
    neckline,
    skirted,
    sleeve,
)
from commerce.catalogue.pictures.silhouettes.parts import (
    Crease,
    Drape,
    Line,
    Part,
    Stuff,
    both,
    folds,
    pair,
)

_SIDE = " C527 450 528 540 532 620 C536 690 540 740 544 782"
_BODY_FOLDS = folds(
    (
        Crease(path("M520 352 C500 372 470 386 440 392"), 22, 0.15),
        Crease(path("M500 470 C496 560 504 660 516 790"), 28, 0.15),
        Crease(path("M452 520 C446 620 452 720 462 820"), 26, 0.13),
        Crease(path("M480 214 C490 260 494 310 488 360"), 20, 0.10),
    )
)


def _sleeves(kind: str) -> list[Part]:
    return [half for piece in sleeve(kind) for half in pair(piece)]


def _shirt_collar(stuff: Stuff) -> list[Part]:
    leaf = path(
        "M402 240 C420 226 446 204 456 166 C470 176 482 194 487 214 C474 244 456 270 440 288"
        " C424 268 412 252 402 240"
    )
    edge = Line(
        path("M412 246 C422 258 432 270 440 279 C454 262 470 240 480 216"), 1.3, "thread", True
    )
    return pair(Part(leaf, stuff, grain=34, lift=0.45, lines=(edge,)))


def shirt(rng: np.random.Generator, back: bool) -> list[Part]:
    """Cut a button-through shirt with a collar."""
    kind = str(rng.choice(("long", "short")))
    contrast: Stuff = "trim" if rng.random() < 0.35 else "main"
    neck = "M400 186 C430 186 452 180 462 172" if back else "M400 244 C424 238 446 214 456 178"
    body = whole(neck + SHOULDER + ARMHOLE + _SIDE + " C516 822 462 840 400 842")
    curve = path("M544 770 C516 808 462 826 400 828")
    seams = both(
        [
            Line(curve, 1.4, "thread", dashed=True),
            Line(path("M548 212 C537 250 531 292 533 340"), 1.6),
        ]
    )
    stand = whole("M400 146 C432 146 456 154 463 174 C456 216 438 262 400 276")
    if back:
        yoke = both(
            [
                Line(path("M400 262 L536 256"), 1.6),
                Line(path("M400 268 L536 262"), 1.3, "thread", dashed=True),
            ]
        )
        pleat = (Crease(path("M392 268 C390 360 390 440 392 540"), 14, 0.25), *_BODY_FOLDS)
        collar = whole(
            "M400 148 C436 148 462 158 472 180 C476 196 474 206 470 214 C446 222 424 226 400 226"
        )
        return [
            *_sleeves(kind),
            Part(body, lines=seams + yoke, creases=pleat),
            Part(collar, contrast, lift=0.4),
        ]
    placket = path("M384 240 L416 240 L416 842 L384 842")
    rows = tuple(Line(path(f"M{x} 242 L{x} 840"), 1.3, "thread", dashed=True) for x in (389, 411))
    front = Part(placket, contrast, lift=0.22, volume=0.5, lines=rows, dots=buttons(268, 790, 7))
    pocket = path("M446 352 L510 350 L510 410 L478 430 L446 412")
    patch = Part(pocket, lift=0.2, volume=0.35, lines=(Line(pocket, 1.3, "thread", dashed=True),))
    return [
        Part(stand, contrast, lift=0, tint=0.62, volume=0.6),
        *_sleeves(kind),
        Part(body, lines=seams, creases=_BODY_FOLDS),
        patch,
        front,
        *_shirt_collar(contrast),
    ]


def blouse(rng: np.random.Generator, back: bool) -> list[Part]:
    """Cut a fitted blouse with a peplum."""
    kind = str(rng.choice(("puff", "bell", "cap", "puff")))
    neck = NECKS["back" if back else str(rng.choice(("round", "vee", "square")))]
    bodice = whole(neck + SHOULDER + ARMHOLE + " C522 390 502 430 496 474 C466 482 432 484 400 484")
    phase = float(rng.uniform(0, 6))
    peplum = skirted(
        "M400 468 L497 466 C520 520 556 586 578 640",
        hem(178, 640, sag=26, flutes=4.5, depth=8, phase=phase),
    )
    darts = folds(
        (
            Crease(path("M462 482 C462 440 458 400 452 366"), 12, 0.24),
            Crease(path("M528 346 C506 360 480 366 452 362"), 20, 0.16),
        )
    )
    sash = whole("M400 462 C436 462 468 460 497 456 L499 484 C466 492 432 494 400 494")
    parts = [] if back else [inside_neck()]
    lines = neckline(neck)
    if back:
        lines += (Line(path("M400 206 L400 470"), 1.8),)
    return [
        *parts,
        Part(peplum, drape=Drape(400, 330, 470, 600, 3.2, 0.26)),
        *_sleeves(kind),
        Part(bodice, lines=lines, creases=darts),
        Part(sash, "trim", lift=0.4, volume=0.8),
    ]


def jacket(rng: np.random.Generator, back: bool) -> list[Part]:
    """Cut a blazer or a bomber."""
    return _blazer(back) if rng.random() < 0.5 else _bomber(back)


def _blazer(back: bool) -> list[Part]:
    side = " C524 430 518 480 520 540 C528 620 546 700 552 776"
    seams = both([Line(path("M548 212 C537 250 531 292 533 340"), 1.6)])
    if back:
        body = whole(
            "M400 186 C430 186 452 182 463 176"
            + SHOULDER
            + ARMHOLE
            + side
            + " C500 796 450 800 400 800"
        )
        vent = (Line(path("M400 200 L400 800"), 1.7), *seams)
        collar = whole(
            "M400 160 C436 160 464 168 474 186 C478 200 474 214 468 222 C446 214 424 212 400 212"
        )
        return [
            *_sleeves("long"),
            Part(body, lines=vent, creases=_BODY_FOLDS),
            Part(collar, "trim", lift=0.4),
        ]
    front = path(
        "M400 520 C420 420 446 290 463 178"
        + SHOULDER
        + ARMHOLE
        + side
        + " C500 806 440 806 396 770 C388 680 386 600 390 520"
    )
    flap = path("M452 610 L530 602 L532 636 L454 646")
    pocket = Part(flap, lift=0.35, volume=0.5, lines=(Line(path("M452 610 L530 602"), 1.8),))
    lapel = path(
        "M398 530 C414 430 440 300 456 170 C470 176 484 196 490 214 L512 262 L486 276 L504 296"
        " C486 380 440 480 398 530"
    )
    notch = (
        Line(path("M486 276 C474 262 464 240 462 222"), 1.6),
        Line(path("M408 514 C448 464 482 384 494 300"), 1.2, "thread", dashed=True),
    )
    right = Part(front, creases=_BODY_FOLDS[:4], lines=seams[:1])
    lapels = pair(Part(lapel, "trim", grain=12, lift=0.4, lines=notch))
    inner = Part(
        whole("M400 168 C436 168 456 172 464 180 L500 300 L440 530 L400 560"),
        "lining",
        lift=0,
        tint=0.72,
        volume=0.4,
    )
    closing = Part(
        path("M396 541 L404 541 L404 549 L396 549"),
        lift=0,
        dots=buttons(548, 600, 2, x=404, radius=8),
    )
    return [inner, *_sleeves("long"), right.mirrored(), right, *pair(pocket), *lapels, closing]


def _ribs(outline: str, step: float) -> Part:
    shape = whole(outline)
    low, high = shape.min(axis=0), shape.max(axis=0)
    rows = tuple(
        Line(path(f"M{x:.1f} {low[1]:.1f} L{x:.1f} {high[1]:.1f}"), 1.6)
        for x in np.arange(low[0], high[0], step)
    )
    return Part(shape, "trim", lines=rows, lift=0.3, volume=0.9)


def _bomber(back: bool) -> list[Part]:
    neck = "M400 196 C430 196 452 190 463 180" if back else "M400 226 C428 224 450 208 463 182"
    body = whole(neck + SHOULDER + ARMHOLE + " C536 470 548 580 552 700 C540 716 460 722 400 722")
    waist = _ribs("M400 706 C460 706 520 702 546 694 L538 762 C490 770 440 772 400 772", 9)
    seams = both(
        [Line(path("M548 212 C537 250 531 292 533 340"), 1.6), Line(path("M452 560 L506 494"), 2.4)]
    )
    collar = _ribs(
        "M400 158 C438 158 466 166 478 184 C474 204 462 224 446 238 C432 246 416 248 400 248", 7
    )
    mouth = Part(
        whole("M400 172 C430 172 450 178 460 188 C444 206 422 214 400 214"),
        "lining",
        lift=0,
        tint=0.55,
    )
    gathers = folds(
        [
            Crease(path(f"M{x} 704 C{x - 4} 670 {x - 2} 640 {x + 4} 600"), 14, 0.2)
            for x in (430, 465, 500, 530)
        ]
    )
    zipper = (
        Line(path("M400 240 L400 768"), 7, "seam"),
        Line(path("M400 240 L400 768"), 3.4, "metal"),
    )
    shell = Part(body, creases=_BODY_FOLDS + gathers, lines=seams[: 1 if back else 4])
    if back:
        return [*_sleeves("long"), shell, waist, collar]
    tab = Part(path("M396 262 L404 262 L406 290 L394 290"), "metal", lift=0.5)
    closing = Part(path("M392 240 L408 240 L408 770 L392 770"), lift=0, volume=0, lines=zipper)
    return [*_sleeves("long"), shell, waist, collar, mouth, closing, tab]
