"""Head wraps, bags and sandals."""

from dataclasses import replace

import numpy as np

from commerce.catalogue.pictures.curves import Points, path, ribbon, ring, turned, whole
from commerce.catalogue.pictures.silhouettes.parts import Crease, Dot, Line, Part, both, folds, pair


def _bust() -> list[Part]:
    torso = whole(
        "M400 560 L446 600 C444 660 448 712 474 736 C506 764 560 762 596 786"
        " C630 808 642 850 640 900 C638 920 636 930 628 940 L400 940"
    )
    face = whole(
        "M400 330 C466 330 506 390 506 474 C506 552 480 616 446 648 C430 662 414 668 400 668"
    )
    ear = path("M502 496 C520 486 528 504 524 526 C520 548 508 562 498 556")
    planes = folds((Crease(path("M424 798 C466 786 520 790 566 812"), 12, 0.18),))
    cheeks = folds((Crease(path("M486 470 C484 540 464 600 436 636"), 30, 0.12),))
    return [
        Part(torso, "clay", lift=0, volume=1.1, creases=planes),
        *pair(Part(ear, "clay", lift=0.1)),
        Part(face, "clay", lift=0.45, volume=0.9, creases=cheeks),
        *pair(Part(ring(514, 582, 9, 20), "metal", lift=0.4)),
    ]


def _rays(x: float, y: float, near: float, far: float, angles: Points, width: float, depth: float) -> tuple[Crease, ...]:
    creases = []
    for angle in np.radians(angles):
        heading = np.array([np.sin(angle), -np.cos(angle)])
        bend = np.array([np.cos(angle), np.sin(angle)]) * 10
        t = np.linspace(0, 1, 14)[:, None]
        points = (x, y) + heading * (near + (far - near) * t) + bend * np.sin(np.pi * t)
        creases.append(Crease(points, width, depth))
    return tuple(creases)


def _fan(rx: float, ry: float, x: float, y: float, tilt: float, ruffle: float) -> Points:
    t = np.linspace(-1.56, 1.56, 120)
    edge = 1 + ruffle * np.sin(t * 13) * np.cos(t * 0.8)
    arc = np.column_stack((x + rx * edge * np.sin(t), y - ry * edge * np.cos(t)))
    sweep = path(f"M{x + rx} {y} C{x + rx * 0.86} {y + 66} {x + 150} {y + 70} {x + 100} {y + 86}")
    foot = np.concatenate((sweep, (sweep * (-1, 1) + (2 * x, 0))[::-1]))
    return turned(np.concatenate((arc, foot)), tilt, (x, y))


def headwrap(rng: np.random.Generator, back: bool) -> list[Part]:
    """Tie a gele on a plain bust."""
    lean = float(rng.choice((-1, 1))) * float(rng.uniform(6, 11))
    rear = _blade(286, 300, 392, lean, 0.02, 24)
    middle = _blade(228, 226, 410, -lean * 1.3, 0.02, 20)
    front = _blade(164, 158, 424, lean * 1.6, 0.016, 16)
    if back:
        return [*_bust(), rear, middle, *_nape()]
    return [rear, *_bust(), middle, front, *_bands(lean)]


def _blade(rx: float, ry: float, y: float, tilt: float, ruffle: float, width: float) -> Part:
    pleats = _rays(400, y + 40, ry * 0.3, ry * 1.1, np.linspace(-100, 100, 13), width, 0.34)
    outline = _fan(rx, ry, 400, y, tilt, ruffle)
    return Part(outline, grain=tilt * 3, creases=pleats, lift=0.6, volume=1.2)


def _nape() -> list[Part]:
    rolls = folds(
        [
            Crease(path(f"M404 {y + 60} C450 {y + 50} 490 {y + 10} 524 {y - 30}"), 16, 0.3)
            for y in (440, 490, 540, 590)
        ]
    )
    cover = whole("M400 690 C452 690 500 630 520 560 C530 500 530 430 516 390 L400 380")
    pleats = _rays(400, 600, 10, 80, np.linspace(-50, 50, 5), 12, 0.3)
    knot = Part(ring(400, 560, 54, 44), grain=50, lift=0.6, creases=pleats)
    return [Part(cover, grain=12, lift=0.5, creases=rolls), knot]


def _bands(lean: float) -> list[Part]:
    pieces = []
    for index in range(4):
        drop = index * 22
        side = 1 if (index % 2 == 0) == (lean > 0) else -1
        line = path(f"M{400 - side * 122} {430 + drop * 0.55} C{400 - side * 60} {372 + drop} {400 + side * 40} {366 + drop} {400 + side * 124} {456 + drop * 0.62}")
        band = ribbon(line, 62, 0.55)
        pleat = (Crease(line + (0, 7), 12, 0.3), Crease(line - (0, 9), 10, 0.24))
        pieces.append(Part(band, grain=side * (62 + index * 7), lift=0.55, creases=pleat, volume=1.2))
    return pieces


def bag(rng: np.random.Generator, back: bool) -> list[Part]:
    """Make a tote or a flap satchel trimmed in leather."""
    return _tote(back) if rng.random() < 0.5 else _satchel(back)


def _handle(lift: float, spread: float, top: float, foot: float) -> Points:
    arch = path(f"M{400 - spread} {foot} C{400 - spread * 0.96} {top - 60} {400 + spread * 0.96} {top - 60} {400 + spread} {foot}")
    return ribbon(arch, 19, 0.92) + (0, lift)


def _tote(back: bool) -> list[Part]:
    far = Part(_handle(-18, 92, 210, 470), "leather", tint=0.72, lift=0)
    mouth = Part(whole("M400 418 C480 418 560 424 592 436 L588 470 L400 476"), "lining", lift=0, tint=0.6)
    body = whole("M400 452 C480 452 556 448 596 436 C602 560 596 700 578 806 C570 828 556 836 534 838 L400 842")
    base = whole("M400 760 C470 760 540 758 585 752 C582 776 580 792 577 806 C570 828 556 836 534 838 L400 842")
    slump = folds(
        [
            Crease(path("M560 460 C540 540 530 640 540 750"), 34, 0.16),
            Crease(path("M480 470 C472 540 476 620 466 720"), 30, 0.12),
            Crease(path("M590 560 C560 580 530 590 496 590"), 22, 0.10),
        ]
    )
    rim = both([Line(path("M400 470 C480 470 556 466 596 454"), 1.6, "thread", True), Line(path("M400 476 C480 476 556 472 596 460"), 1.4)])
    saddle = Line(path("M400 770 C470 770 540 768 584 762"), 1.7, "thread", True)
    strap = Part(_handle(0, 92, 226, 540), "leather", lift=0.4)
    tab = path("M480 500 L504 500 L504 560 L492 572 L480 560")
    tabs = pair(Part(tab, "leather", lift=0.3, lines=(Line(tab, 1.2, "thread", True),), dots=(Dot(492, 520, 5, "metal"),)))
    patch = Part(path("M366 590 L434 590 L434 630 L366 630"), "leather", lift=0.3, lines=(Line(path("M371 595 L429 595 L429 625 L371 625 L371 595"), 1.2, "thread", True),))
    sewn = [] if back else [patch]
    return [far, mouth, Part(body, creases=slump, lines=rim, volume=1.1), Part(base, "leather", lift=0.3, lines=both([saddle])), strap, *tabs, *sewn]


def _satchel(back: bool) -> list[Part]:
    far = Part(_handle(-14, 110, 190, 450), "leather", tint=0.74, lift=0)
    near = Part(_handle(0, 110, 200, 452), "leather", lift=0.3)
    body = whole("M400 428 C490 428 566 430 596 438 C616 540 622 660 612 760 C608 790 590 806 560 808 L400 812")
    gusset = whole("M400 772 C480 772 560 770 614 756 C612 790 592 806 560 808 L400 812")
    flap = whole("M400 420 C490 420 572 424 600 434 C606 500 604 560 590 600 C560 640 470 656 400 658")
    trim = whole("M400 622 C470 620 552 608 592 580 C591 588 590 594 588 602 C556 640 470 656 400 658")
    edge = both([Line(path("M400 630 C470 628 550 616 588 588"), 1.4, "thread", True)])
    lock = Part(path("M378 626 L422 626 L422 676 C412 686 388 686 378 676"), "metal", lift=0.6, dots=(Dot(400, 656, 7, "metal"),))
    rings = pair(Part(path("M494 432 L526 432 L526 470 L494 470"), "leather", lift=0.4, dots=(Dot(510, 452, 6, "metal"),)))
    soft = folds([Crease(path("M580 450 C560 520 560 560 566 610"), 26, 0.14), Crease(path("M470 440 C460 500 462 560 470 640"), 30, 0.1)])
    shell = [far, Part(body, volume=1.15), Part(gusset, "leather", lift=0.2)]
    if back:
        pocket = path("M300 560 L500 560 L500 720 C440 728 360 728 300 720")
        return [*shell, near, Part(pocket, lift=0.3, volume=0.5, lines=(Line(pocket, 1.5, "thread", True),)), *rings]
    return [*shell, near, Part(flap, grain=2, lift=0.6, creases=soft), Part(trim, "leather", lift=0.2, lines=edge), *rings, lock]


def _hugging(outline: Points) -> Points:
    sole = path(_SOLE)
    half = len(sole) // 2
    right, left = sole[: half + 1], sole[half:][::-1]
    y = outline[:, 1]
    high = np.interp(y, right[:, 1], right[:, 0]) + 7
    low = np.interp(y, left[:, 1], left[:, 0]) - 7
    return np.column_stack((np.clip(outline[:, 0], low, high), y))


_SOLE = "M522 190 C566 186 598 226 604 290 C610 360 588 420 580 490 C574 560 592 620 588 690 C584 760 552 800 514 800 C474 800 446 762 444 700 C442 630 462 570 456 490 C450 420 428 370 434 300 C440 232 478 192 522 190"


def sandals(rng: np.random.Generator, back: bool) -> list[Part]:
    """Make a pair of sandals seen from above, or their soles."""
    sole = path(_SOLE)
    middle = np.array([517.0, 496.0])
    under = Part((sole - middle) * (1.06, 1.035) + middle + (4, 8), "leather", lift=0, tint=0.62)
    welt = Part((sole - middle) * (1.05, 1.03) + middle, "leather", lift=0.3)
    if back:
        tread = tuple(Line(path(f"M446 {y} C490 {y - 16} 550 {y - 16} 596 {y}"), 3.4) for y in range(240, 780, 24))
        parts = [under, Part(welt.outline, "leather", tint=0.7, lines=tread, lift=0)]
    else:
        bed = Part((sole - middle) * 0.97 + middle, "sole", lift=0.1, volume=0.8, lines=(Line((sole - middle) * 0.93 + middle, 1.5, "thread", True),))
        heel = Crease(path("M480 700 C500 730 540 730 556 700"), 40, 0.08)
        insole = Part(bed.outline, "sole", lift=0.1, volume=0.8, lines=bed.lines, creases=(heel,))
        straps = [replace(strap, outline=_hugging(strap.outline)) for strap in _straps(rng)]
        parts = [under, welt, insole, *straps]
    turned_out = [part.moved(26, 0, 1.0, 7) for part in parts]
    return [half for part in turned_out for half in (part.mirrored(), part)]


def _straps(rng: np.random.Generator) -> list[Part]:
    kind = str(rng.choice(("cross", "slide", "thong")))
    ankle = Part(ribbon(path("M428 604 C480 566 552 566 606 600"), 54, 1.0), grain=84, lift=0.7, volume=1.2)
    if kind == "slide":
        band = path("M422 300 C470 256 560 256 616 296 C624 350 616 410 604 448 C556 412 486 412 438 452 C424 404 416 352 422 300")
        edge = (Line(path("M428 308 C474 266 556 266 610 304"), 1.5, "thread", True), Line(path("M440 440 C488 402 554 402 602 436"), 1.5, "thread", True))
        return [Part(band, grain=8, lift=0.8, volume=1.3, lines=edge)]
    if kind == "thong":
        left = Part(ribbon(path("M512 262 C486 310 452 368 436 452"), 46, 0.95), grain=30, lift=0.7, volume=1.2)
        right = Part(ribbon(path("M512 262 C548 310 584 360 598 440"), 46, 0.95), grain=-30, lift=0.7, volume=1.2)
        bead = Part(ring(512, 266, 20, 20), "metal", lift=0.6, volume=1.4)
        return [left, right, ankle, bead]
    one = Part(ribbon(path("M406 296 C470 300 560 380 626 470"), 66, 1.0), grain=58, lift=0.7, volume=1.2)
    two = Part(ribbon(path("M632 292 C566 300 476 384 414 474"), 66, 1.0), grain=-58, lift=0.8, volume=1.2)
    return [one, two, ankle]
