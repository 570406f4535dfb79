"""Totes and satchels trimmed in leather."""

import numpy as np

from commerce.catalogue.pictures.curves import Points, offset, path, ribbon, whole
from commerce.catalogue.pictures.silhouettes.parts import Crease, Dot, Line, Part, both, folds, pair


def bag(rng: np.random.Generator, back: bool) -> list[Part]:
    """Make a tote or a flap satchel trimmed in leather."""
    return _tote(back) if rng.random() < 0.5 else _satchel(back)


def _handle(lift: float, spread: float, top: float, foot: float) -> Points:
    arch = path(
        f"M{400 - spread} {foot}"
        f" C{400 - spread * 0.96} {top - 60} {400 + spread * 0.96} {top - 60} {400 + spread} {foot}"
    )
    return ribbon(arch, 19, 0.92) + offset(0, lift)


def _tote(back: bool) -> list[Part]:
    far = Part(_handle(-18, 92, 210, 470), "leather", tint=0.72, lift=0)
    mouth = Part(
        whole("M400 418 C480 418 560 424 592 436 L588 470 L400 476"), "lining", lift=0, tint=0.6
    )
    body = whole(
        "M400 452 C480 452 556 448 596 436 C602 560 596 700 578 806"
        " C570 828 556 836 534 838 L400 842"
    )
    base = whole(
        "M400 760 C470 760 540 758 585 752 C582 776 580 792 577 806"
        " C570 828 556 836 534 838 L400 842"
    )
    slump = folds(
        [
            Crease(path("M560 460 C540 540 530 640 540 750"), 34, 0.16),
            Crease(path("M480 470 C472 540 476 620 466 720"), 30, 0.12),
            Crease(path("M590 560 C560 580 530 590 496 590"), 22, 0.10),
        ]
    )
    rim = both(
        [
            Line(path("M400 470 C480 470 556 466 596 454"), 1.6, "thread", dashed=True),
            Line(path("M400 476 C480 476 556 472 596 460"), 1.4),
        ]
    )
    saddle = Line(path("M400 770 C470 770 540 768 584 762"), 1.7, "thread", dashed=True)
    strap = Part(_handle(0, 92, 226, 540), "leather", lift=0.4)
    tab = path("M480 500 L504 500 L504 560 L492 572 L480 560")
    tabs = pair(
        Part(
            tab,
            "leather",
            lift=0.3,
            lines=(Line(tab, 1.2, "thread", dashed=True),),
            dots=(Dot(492, 520, 5, "metal"),),
        )
    )
    patch = Part(
        path("M366 590 L434 590 L434 630 L366 630"),
        "leather",
        lift=0.3,
        lines=(
            Line(path("M371 595 L429 595 L429 625 L371 625 L371 595"), 1.2, "thread", dashed=True),
        ),
    )
    sewn = [] if back else [patch]
    return [
        far,
        mouth,
        Part(body, creases=slump, lines=rim, volume=1.1),
        Part(base, "leather", lift=0.3, lines=both([saddle])),
        strap,
        *tabs,
        *sewn,
    ]


def _satchel(back: bool) -> list[Part]:
    far = Part(_handle(-14, 110, 190, 450), "leather", tint=0.74, lift=0)
    near = Part(_handle(0, 110, 200, 452), "leather", lift=0.3)
    body = whole(
        "M400 428 C490 428 566 430 596 438 C616 540 622 660 612 760"
        " C608 790 590 806 560 808 L400 812"
    )
    gusset = whole("M400 772 C480 772 560 770 614 756 C612 790 592 806 560 808 L400 812")
    flap = whole(
        "M400 420 C490 420 572 424 600 434 C606 500 604 560 590 600 C560 640 470 656 400 658"
    )
    trim = whole(
        "M400 622 C470 620 552 608 592 580 C591 588 590 594 588 602 C556 640 470 656 400 658"
    )
    edge = both([Line(path("M400 630 C470 628 550 616 588 588"), 1.4, "thread", dashed=True)])
    lock = Part(
        path("M378 626 L422 626 L422 676 C412 686 388 686 378 676"),
        "metal",
        lift=0.6,
        dots=(Dot(400, 656, 7, "metal"),),
    )
    rings = pair(
        Part(
            path("M494 432 L526 432 L526 470 L494 470"),
            "leather",
            lift=0.4,
            dots=(Dot(510, 452, 6, "metal"),),
        )
    )
    soft = folds(
        [
            Crease(path("M580 450 C560 520 560 560 566 610"), 26, 0.14),
            Crease(path("M470 440 C460 500 462 560 470 640"), 30, 0.1),
        ]
    )
    shell = [far, Part(body, volume=1.15), Part(gusset, "leather", lift=0.2)]
    if back:
        pocket = path("M300 560 L500 560 L500 720 C440 728 360 728 300 720")
        return [
            *shell,
            near,
            Part(pocket, lift=0.3, volume=0.5, lines=(Line(pocket, 1.5, "thread", dashed=True),)),
            *rings,
        ]
    return [
        *shell,
        near,
        Part(flap, grain=2, lift=0.6, creases=soft),
        Part(trim, "leather", lift=0.2, lines=edge),
        *rings,
        lock,
    ]
