"""Kaftans and agbadas, with their embroidery."""

import numpy as np

from commerce.catalogue.pictures.curves import offset, path, whole
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
    rows = [Line(edge + offset(gap, gap * 0.5), 2.4, "thread") for gap in (6, 13, 30)]
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
    cuffs = both(
        [
            Line(
                path(
                    f"M{628 + g} {552 - g * 2.2}"
                    ""
                    ""
                    f" C{664 + g} {556 - g * 2} {700 + g * 0.6}"
                    f" {540 - g * 2} {722 - g * 0.4} {506 - g * 1.6}"
                ),
                2.4,
                "thread",
            )
            for g in (0, 5, 12)
        ]
    )
    rim = (
        both([Line(path("M400 210 C432 210 458 204 470 188"), 2.4, "thread")])
        if back
        else _placket_work(386)
    )
    medal = () if back else (rosette(400, 444, 34, 9), rosette(400, 444, 18, 6))
    robe = Part(
        shape,
        creases=falls,
        lines=(*(rim if back else ()), *cuffs),
        drape=Drape(400, 120, 480, 860, 3.4, 0.24),
        volume=1.1,
    )
    if back:
        return [robe]
    edge = _slit_front(386) + " L482 186 C486 236 462 300 448 350 L448 470 C440 484 420 496 400 512"
    plate = Part(whole(edge), "trim", lift=0.3, volume=0.5, lines=(*rim, *medal))
    return [inside_neck(400), robe, plate]


def agbada(rng: np.random.Generator, back: bool) -> list[Part]:
    """Cut a grand agbada over its kaftan and trousers."""
    phase = float(rng.uniform(0, 6))
    neck = "M400 204 C432 204 458 198 470 184" if back else "M400 300 C424 286 452 240 470 184"
    side = neck + (
        " L480 179 C536 190 602 226 650 292 C694 356 728 448 746 560 C752 606 754 640 750 668"
        " C714 690 668 690 628 672 C624 730 626 800 632 862"
    )
    shape = skirted(side, hem(232, 862, sag=20, flutes=3.5, depth=7, phase=phase))
    falls = folds(
        [
            Crease(path("M520 200 C556 320 580 480 576 690"), 34, 0.24),
            Crease(path("M490 200 C512 340 520 520 506 830"), 30, 0.18),
            Crease(path("M640 400 C668 480 684 580 680 676"), 26, 0.22),
            Crease(path("M690 420 C712 500 722 590 720 680"), 20, 0.2),
            Crease(path("M600 560 C606 660 600 760 594 850"), 28, 0.2),
        ]
    )
    robe = Part(
        shape,
        creases=falls,
        lines=_grand_work(True) if back else (),
        volume=1.1,
        drape=Drape(400, 60, 420, 820, 3.2, 0.2),
    )
    yoke = [] if back else [_yoke()]
    return [*_under_agbada(), *([] if back else [_inner_neck()]), robe, *_turned_back(), *yoke]


def _turned_back() -> list[Part]:
    outer = path(
        "M524 190 C596 214 652 280 690 364 C716 424 736 500 742 566 C716 500 690 440 652 380"
        " C612 316 566 254 512 214 C512 204 516 196 524 190"
    )
    inner = path(
        "M502 184 C566 214 612 284 644 372 C668 440 684 520 690 590 C664 520 636 452 604 392"
        " C570 326 530 262 490 218 C490 204 494 192 502 184"
    )
    roll = (Crease(path("M520 204 C592 250 660 360 712 480"), 14, 0.2),)
    over = (Crease(path("M500 206 C560 260 616 370 662 500"), 14, 0.2),)
    lower = Part(outer, grain=-34, lift=0.45, creases=roll, volume=1.2)
    upper = Part(inner, grain=-30, lift=0.45, creases=over, volume=1.2)
    return [*pair(lower), *pair(upper)]


def _yoke() -> Part:
    panel = whole(
        "M400 300 C424 286 452 240 470 184 L492 190 C540 216 552 260 540 300"
        " C534 392 500 462 400 500"
    )
    return Part(panel, "trim", lift=0.3, volume=0.6, lines=_grand_work(False))


def _inner_neck() -> Part:
    outline = whole("M400 166 C436 166 462 172 470 184 L470 250 L440 320 L400 330")
    stitches = both(
        [
            Line(path("M404 230 L404 330"), 1.6, "thread"),
            Line(path("M404 230 C430 226 446 212 456 190"), 2, "thread"),
        ]
    )
    return Part(outline, "trim", lift=0, tint=0.86, lines=stitches)


def _under_agbada() -> list[Part]:
    leg = path(
        "M404 780 L530 780 C530 850 524 920 518 984 C484 992 450 992 420 986"
        " C412 920 406 850 404 780"
    )
    tunic = whole("M400 740 L580 740 C584 830 584 870 580 902 C520 916 450 920 400 920")
    edge = both([Line(path("M580 890 C520 904 450 908 400 908"), 1.6, "thread", dashed=True)])
    return [
        *pair(Part(leg, "trim", tint=0.8, creases=(Crease(path("M468 880 L468 990"), 14, 0.24),))),
        Part(tunic, "trim", lines=edge, drape=Drape(400, 400, 780, 880, 3, 0.2)),
    ]


def _grand_work(back: bool) -> tuple[Line, ...]:
    rim = both(
        [
            Line(path("M400 214 C436 214 464 206 482 186"), 3, "thread"),
            Line(path("M400 224 C440 224 470 214 492 190"), 2, "thread"),
        ]
    )
    if back:
        return (*rim, rosette(400, 320, 50, 10), rosette(400, 320, 28, 6))
    edge = path("M400 300 C424 286 452 240 470 184")
    vee = both([Line(edge + offset(g * 0.7, g), 2.6, "thread") for g in (7, 15, 44)])
    chain = both([spiral(424 + i * 13, 318 - i * 30, 10, 2, i) for i in range(4)])
    panel = both(
        [
            Line(path("M400 352 C452 340 500 320 532 300 C530 380 500 450 400 486"), 2.6, "thread"),
            Line(path("M400 366 C446 356 488 340 518 322 C512 384 484 436 400 470"), 1.8, "thread"),
        ]
    )
    scrolls = both(
        [spiral(478, 378, 26, 3.4, 1), spiral(440, 424, 18, 2.6, 3), spiral(500, 346, 13, 2, 0)]
    )
    medal = (rosette(400, 410, 34, 9), *beads(400, 410, 22, 10))
    return (*vee, *chain, *panel, *scrolls, *medal)
