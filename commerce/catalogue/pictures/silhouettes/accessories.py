"""Head wraps, bags and sandals."""

import numpy as np

from commerce.catalogue.pictures.curves import Points, path, ribbon, ring, turned, whole
from commerce.catalogue.pictures.silhouettes.parts import Crease, Dot, Line, Part, both, folds, pair


def _bust() -> list[Part]:
    torso = whole("M400 690 L452 690 C456 730 474 752 520 768 C588 786 628 812 640 856 C646 890 640 918 630 940 L400 940")
    face = whole("M400 330 C470 330 512 390 512 480 C512 560 482 622 448 652 C430 666 414 672 400 672")
    neck = whole("M400 560 L450 600 C450 650 450 700 462 746 C440 770 420 776 400 776")
    ear = path("M508 500 C526 490 534 508 530 530 C526 552 514 566 504 560")
    jewel = [Part(ring(521, 584, 9, 20), "metal", lift=0.4)]
    collarbones = folds((Crease(path("M424 800 C466 790 520 796 566 818"), 12, 0.16),))
    return [
        Part(torso, "clay", lift=0, volume=1.1, creases=collarbones),
        *pair(Part(ear, "clay", lift=0.1)),
        Part(neck, "clay", lift=0.15),
        Part(face, "clay", lift=0.4, volume=0.9),
        *(half for piece in jewel for half in pair(piece)),
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
    t = np.linspace(-1.9, 1.9, 120)
    edge = 1 + ruffle * np.sin(t * 11) * np.cos(t * 0.6)
    arc = np.column_stack((x + rx * edge * np.sin(t), y - ry * edge * np.cos(t)))
    return turned(arc, tilt, (x, y))


def headwrap(rng: np.random.Generator, back: bool) -> list[Part]:
    """Tie a gele on a plain bust."""
    lean = float(rng.choice((-1, 1))) * float(rng.uniform(5, 10))
    rear = Part(_fan(262, 300, 400, 400, lean, 0.022), grain=0, creases=_rays(400, 420, 90, 300, np.linspace(-98, 98, 13), 24, 0.34), volume=1.2)
    middle = Part(_fan(216, 232, 400, 418, -lean * 1.4, 0.02), grain=26, creases=_rays(400, 430, 70, 230, np.linspace(-88, 88, 11), 20, 0.34), lift=0.6)
    front = Part(_fan(164, 164, 400, 428, lean * 1.8, 0.016), grain=-30, creases=_rays(400, 440, 40, 165, np.linspace(-80, 80, 9), 16, 0.32), lift=0.6)
    wraps = _bands(lean)
    if back:
        nape = Part(whole("M400 700 C452 700 500 640 522 560 C532 500 530 430 516 390 L400 380"), grain=12, lift=0.5, creases=folds([Crease(path(f"M404 {y + 60} C450 {y + 50} 490 {y + 10} 524 {y - 30}"), 16, 0.3) for y in (440, 490, 540, 590)]))
        knot = Part(ring(400, 560, 54, 44), grain=50, lift=0.6, creases=_rays(400, 600, 10, 80, np.linspace(-50, 50, 5), 12, 0.3))
        return [*_bust(), rear, middle, nape, knot]
    bust = _bust()
    return [rear, *bust[:4], *bust[4:], middle, front, *wraps]


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
        parts = [under, welt, insole, *_straps(rng)]
    turned_out = [part.moved(26, 0, 1.0, 7) for part in parts]
    return [half for part in turned_out for half in (part.mirrored(), part)]


def _straps(rng: np.random.Generator) -> list[Part]:
    kind = str(rng.choice(("cross", "slide", "thong")))
    ankle = Part(ribbon(path("M440 604 C480 572 552 572 594 600"), 40, 0.9), grain=84, lift=0.7, volume=1.2)
    if kind == "slide":
        band = path("M422 300 C470 256 560 256 616 296 C624 350 616 410 604 448 C556 412 486 412 438 452 C424 404 416 352 422 300")
        edge = (Line(path("M428 308 C474 266 556 266 610 304"), 1.5, "thread", True), Line(path("M440 440 C488 402 554 402 602 436"), 1.5, "thread", True))
        return [Part(band, grain=8, lift=0.8, volume=1.3, lines=edge)]
    if kind == "thong":
        left = Part(ribbon(path("M512 262 C486 310 452 368 436 452"), 34, 0.95), grain=30, lift=0.7, volume=1.2)
        right = Part(ribbon(path("M512 262 C548 310 584 360 598 440"), 34, 0.95), grain=-30, lift=0.7, volume=1.2)
        bead = Part(ring(512, 266, 20, 20), "metal", lift=0.6, volume=1.4)
        return [left, right, ankle, bead]
    one = Part(ribbon(path("M424 310 C470 300 560 380 606 452"), 52, 0.95), grain=58, lift=0.7, volume=1.2)
    two = Part(ribbon(path("M614 306 C566 300 476 384 434 458"), 52, 0.95), grain=-58, lift=0.8, volume=1.2)
    return [one, two, ankle]
