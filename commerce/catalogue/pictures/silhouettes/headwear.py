"""The gele, tied on a plain bust."""

import numpy as np

from commerce.catalogue.pictures.curves import Points, offset, path, ribbon, ring, turned, whole
from commerce.catalogue.pictures.silhouettes.parts import Crease, Part, folds, pair


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


def _rays(
    x: float, y: float, near: float, far: float, angles: Points, width: float, depth: float
) -> tuple[Crease, ...]:
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
        line = path(
            f"M{400 - side * 122} {430 + drop * 0.55}"
            ""
            ""
            f" C{400 - side * 60} {372 + drop} {400 + side * 40}"
            f" {366 + drop} {400 + side * 124} {456 + drop * 0.62}"
        )
        band = ribbon(line, 62, 0.55)
        pleat = (Crease(line + offset(0, 7), 12, 0.3), Crease(line - offset(0, 9), 10, 0.24))
        pieces.append(
            Part(band, grain=side * (62 + index * 7), lift=0.55, creases=pleat, volume=1.2)
        )
    return pieces
