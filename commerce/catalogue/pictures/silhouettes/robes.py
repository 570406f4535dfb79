"""Kaftans and agbadas, with their embroidery."""

import numpy as np

from commerce.catalogue.pictures.curves import path, whole
from commerce.catalogue.pictures.silhouettes.details import (
    beads,
    hem,
    inside_neck,
    rosette,
    skirted,
    spiral,
)
from commerce.catalogue.pictures.silhouettes.parts import (
    Crease,
    Drape,
    Line,
    Part,
    both,
    folds,
    pair,
)


def _slit_front(depth: float) -> str:
    return f"M400 {depth} C408 300 424 262 440 240 C452 222 460 202 464 184"


def _placket_work(depth: float) -> tuple[Line, ...]:
    edge = path(_slit_front(depth))
    rows = [Line(edge + (gap, gap * 0.5), 2.4, "thread") for gap in (6, 13, 30)]
    loops = [spiral(424 + i * 7, depth - 16 - i * 34, 8, 1.6, i * 2.0) for i in range(4)]
    return both([*rows, *loops])


def kaftan(rng: np.random.Generator, back: bool) -> list[Part]:
    """Cut a long kaftan with wide sleeves and an embroidered neck."""
    phase, long = float(rng.uniform(0, 6)), bool(rng.random() < 0.6)
    bottom = 900 if long else 800
    neck = "M400 204 C432 204 456 198 465 184" if back else _slit_front(386)
    side = neck + (
        " L478 179 C530 190 574 214 606 262 C650 330 690 420 722 506 C700 540 664 556 628 552"
        f" C606 500 584 462 560 436 C560 560 578 740 592 {bottom}"
    )
    shape = skirted(side, hem(192, bottom, sag=14, flutes=3.5, depth=5, phase=phase))
    falls = folds(
        [
            Crease(path("M540 230 C556 300 562 360 556 440"), 28, 0.2),
            Crease(path("M580 270 C616 350 644 440 660 548"), 26, 0.22),
            Crease(path("M560 440 C540 520 530 600 534 700"), 26, 0.2),
            Crease(path("M610 330 C640 400 664 460 690 528"), 20, 0.16),
        ]
    )
    cuffs = both([Line(path(f"M{628 + g} {552 - g * 2.2} C{664 + g} {556 - g * 2} {700 + g * 0.6} {540 - g * 2} {722 - g * 0.4} {506 - g * 1.6}"), 2.4, "thread") for g in (0, 5, 12)])
    rim = both([Line(path("M400 210 C432 210 458 204 470 188"), 2.4, "thread")]) if back else _placket_work(386)
    medal = () if back else (rosette(400, 440, 36, 9), rosette(400, 440, 20, 6), *beads(400, 440, 44, 18))
    robe = Part(
        shape,
        creases=falls,
        lines=(*rim, *medal, *cuffs),
        drape=Drape(400, 120, 480, 860, 3.4, 0.24),
        volume=1.1,
    )
    return [robe] if back else [inside_neck(400), robe]


def agbada(rng: np.random.Generator, back: bool) -> list[Part]:
    """Cut a grand agbada over its kaftan and trousers."""
    phase = float(rng.uniform(0, 6))
    neck = "M400 204 C432 204 458 198 470 184" if back else "M400 300 C424 286 452 240 470 184"
    side = neck + (
        " L480 179 C548 184 620 206 676 258 C724 310 752 420 756 560 C757 610 754 650 748 690"
        " C720 720 680 726 640 716 C622 760 612 800 606 826"
    )
    shape = skirted(side, hem(206, 826, sag=26, flutes=3.5, depth=7, phase=phase))
    falls = folds(
        [
            Crease(path("M520 192 C560 320 580 480 568 700"), 34, 0.26),
            Crease(path("M570 204 C624 330 646 500 640 716"), 34, 0.3),
            Crease(path("M620 226 C680 340 704 500 700 712"), 30, 0.28),
            Crease(path("M660 254 C716 360 732 500 730 690"), 22, 0.22),
            Crease(path("M490 196 C516 340 520 520 500 800"), 30, 0.18),
        ]
    )
    robe = Part(shape, creases=falls, lines=_grand_work(back), volume=1.25, drape=Drape(400, 60, 420, 820, 3.2, 0.2))
    return [*_under_agbada(), *([] if back else [_inner_neck()]), robe]


def _inner_neck() -> Part:
    outline = whole("M400 166 C436 166 462 172 470 184 L470 250 L440 320 L400 330")
    stitches = both([Line(path("M404 230 L404 330"), 1.6, "thread"), Line(path("M404 230 C430 226 446 212 456 190"), 2, "thread")])
    return Part(outline, "trim", lift=0, tint=0.86, lines=stitches)


def _under_agbada() -> list[Part]:
    leg = path("M404 780 L520 780 C520 830 514 880 508 930 C476 938 446 938 420 932 C412 880 406 830 404 780")
    tunic = whole("M400 740 L566 740 C570 800 570 840 566 868 C510 882 450 886 400 886")
    edge = both([Line(path("M566 856 C510 870 450 874 400 874"), 1.6, "thread", True)])
    return [
        *pair(Part(leg, "trim", tint=0.8, creases=(Crease(path("M464 860 L464 936"), 14, 0.24),))),
        Part(tunic, "trim", lines=edge, drape=Drape(400, 400, 780, 880, 3, 0.2)),
    ]


def _grand_work(back: bool) -> tuple[Line, ...]:
    rim = both([Line(path("M400 214 C436 214 464 206 482 186"), 3, "thread"), Line(path("M400 224 C440 224 470 214 492 190"), 2, "thread")])
    if back:
        return (*rim, rosette(400, 320, 50, 10), rosette(400, 320, 28, 6))
    edge = path("M400 300 C424 286 452 240 470 184")
    vee = both([Line(edge + (g * 0.7, g), 2.6, "thread") for g in (7, 15, 44)])
    chain = both([spiral(424 + i * 13, 318 - i * 30, 10, 2, i) for i in range(4)])
    panel = both([Line(path("M400 352 C452 340 500 320 532 300 C530 380 500 450 400 486"), 2.6, "thread"), Line(path("M400 366 C446 356 488 340 518 322 C512 384 484 436 400 470"), 1.8, "thread")])
    scrolls = both([spiral(478, 378, 26, 3.4, 1), spiral(440, 424, 18, 2.6, 3), spiral(500, 346, 13, 2, 0)])
    medal = (rosette(400, 410, 34, 9), *beads(400, 410, 22, 10))
    return (*vee, *chain, *panel, *scrolls, *medal)
