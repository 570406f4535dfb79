"""Shared cutting: necklines, sleeves, hems, buttons and embroidery."""

import numpy as np

from commerce.catalogue.pictures.curves import Points, mirror, path, ring
from commerce.catalogue.pictures.silhouettes.parts import Crease, Dot, Line, Part, both

NECKS: dict[str, str] = {
    "round": "M400 252 C430 252 456 228 464 184",
    "vee": "M400 318 C424 272 450 226 463 184",
    "square": "M400 268 L450 264 C457 238 462 208 464 184",
    "boat": "M400 214 C434 214 464 202 486 186",
    "back": "M400 204 C432 204 456 198 465 184",
}
SHOULDER = " L478 179 C504 187 528 197 548 212"
ARMHOLE = " C537 250 531 292 533 338"


def skirted(side: str, hem: Points) -> Points:
    """Return an outline from its right side, axis to hem, and its hem, right to left."""
    right = path(side)
    return np.concatenate((right, hem, mirror(right)[::-1]))


def hem(
    half: float, y: float, *, sag: float = 22, flutes: float = 4, depth: float = 7, phase: float = 0
) -> Points:
    """Return a hem's line from right to left, ``half`` wide each side of the axis."""
    t = np.linspace(1, -1, 90)
    ripple = np.sin(flutes * np.pi * t + phase) + 0.4 * np.sin(1.7 * flutes * np.pi * t + phase * 2)
    eased = (1 - t**8) * ripple
    return np.column_stack((400 + half * t, y + sag * (1 - t**2) + depth * eased))


def inside_neck(low: float = 330) -> Part:
    """Return the inside back of a garment, seen through its neckline."""
    text = f"M400 200 C432 200 456 195 465 181 L474 240 L452 {low} L400 {low}"
    right = path(text)
    outline = np.concatenate((right, mirror(right)[::-1]))
    tag = Line(path("M387 215 L400 215 L413 215"), 15, "light")
    return Part(outline, "lining", lift=0, volume=0.5, tint=0.72, lines=(tag,))


def neckline(text: str, *, ink: str = "seam", gap: float = 9) -> tuple[Line, ...]:
    """Return the top-stitching that follows a neckline."""
    line = path(text)
    centre = np.array([400.0, 150.0])
    away = line - centre
    away /= np.hypot(away[:, 0], away[:, 1])[:, None]
    inner = line + away * gap
    return both([Line(inner, 1.5, "thread", dashed=True), Line(line + away * (gap + 3), 1.2)])


def sleeve(kind: str) -> list[Part]:
    """Return the right-hand sleeve of a kind: long, short, puff, bell, cap or none."""
    makers = {"long": _long, "short": _short, "puff": _puff, "bell": _bell, "cap": _cap}
    return makers[kind]() if kind in makers else []


def _long() -> list[Part]:
    arm = path(
        "M536 206 C574 212 596 246 606 300 C624 410 640 540 654 690 C634 702 610 706 588 704"
        " C580 590 562 470 530 380 C526 310 528 250 536 206"
    )
    bends = (
        Crease(path("M556 440 C580 452 600 450 622 436"), 22, 0.2),
        Crease(path("M566 496 C590 500 612 490 630 476"), 18, 0.18),
        Crease(path("M548 260 C556 330 572 420 590 520"), 26, 0.16),
        Crease(path("M620 580 C616 620 612 660 614 700"), 16, 0.16),
    )
    cuff = path(
        "M584 698 C610 704 636 698 656 682 C662 704 665 724 667 746 C642 758 614 760 592 756"
    )
    edge = Line(path("M592 748 C616 752 642 750 666 738"), 1.4, "thread", dashed=True)
    button = Dot(606, 728, 5.5)
    return [
        Part(arm, grain=-11, creases=bends),
        Part(cuff, grain=-11, lift=0.3, lines=(edge,), dots=(button,), volume=0.8),
    ]


def _short() -> list[Part]:
    arm = path(
        "M536 206 C580 214 612 256 634 330 C642 360 650 386 656 412 C628 440 590 450 556 450"
        " C548 420 540 396 530 372 C526 310 528 250 536 206"
    )
    bends = (
        Crease(path("M552 270 C566 320 580 370 590 440"), 24, 0.16),
        Crease(path("M544 372 C566 380 590 372 606 356"), 18, 0.16),
    )
    edge = Line(path("M555 436 C590 436 624 424 652 400"), 1.5, "thread", dashed=True)
    return [Part(arm, grain=-18, creases=bends, lines=(edge,))]


def _puff() -> list[Part]:
    arm = path(
        "M536 206 C584 182 648 232 654 318 C658 374 638 412 604 424 C580 428 560 416 548 400"
        " C536 380 530 350 530 330 C526 280 528 240 536 206"
    )
    gathers = tuple(
        Crease(
            path(f"M{542 + i * 6} {214 - i} Q{570 + i * 18} {300 - i * 8} {578 + i * 9} 412"),
            14,
            0.22,
        )
        for i in range(5)
    )
    band = path("M547 398 C566 416 602 424 628 404 L636 430 C608 452 570 448 550 426")
    return [Part(arm, grain=-14, creases=gathers, volume=1.25), Part(band, "trim", lift=0.3)]


def _bell() -> list[Part]:
    arm = path(
        "M536 206 C584 220 614 280 640 360 C664 430 696 500 724 566 C700 600 650 612 606 596"
        " C584 588 574 570 570 548 C562 470 548 410 530 360 C526 310 528 250 536 206"
    )
    falls = (
        Crease(path("M548 270 C580 360 612 470 630 600"), 26, 0.24),
        Crease(path("M590 330 C622 410 654 500 676 594"), 22, 0.22),
        Crease(path("M572 470 C580 520 588 556 598 592"), 16, 0.22),
    )
    return [Part(arm, grain=-22, creases=falls)]


def _cap() -> list[Part]:
    arm = path(
        "M534 206 C566 212 600 238 620 286 C628 306 630 322 628 336 C598 352 562 352 532 340"
        " C527 300 528 250 534 206"
    )
    falls = (
        Crease(path("M548 224 C566 260 580 300 586 344"), 18, 0.2),
        Crease(path("M566 224 C590 254 606 290 612 330"), 14, 0.18),
    )
    return [Part(arm, grain=-16, creases=falls)]


def buttons(
    top: float, bottom: float, count: int, *, x: float = 400, radius: float = 6
) -> tuple[Dot, ...]:
    """Return a row of buttons down the page."""
    return tuple(Dot(x, float(y), radius) for y in np.linspace(top, bottom, count))


def spiral(x: float, y: float, radius: float, turns: float, start: float = 0) -> Line:
    """Return a spiral of embroidery."""
    t = np.linspace(0.5, turns * 2 * np.pi, int(turns * 26))
    r = radius * t / t[-1]
    points = np.column_stack((x + r * np.cos(t + start), y + r * np.sin(t + start)))
    return Line(points, 2.6, "thread")


def rosette(x: float, y: float, radius: float, loops: int) -> Line:
    """Return one looping line of embroidery that closes on itself."""
    t = np.linspace(0, 2 * np.pi, loops * 18 + 1)
    r = radius * (0.62 + 0.38 * np.cos(loops * t))
    return Line(np.column_stack((x + r * np.cos(t), y + r * np.sin(t))), 2.2, "thread")


def beads(x: float, y: float, radius: float, count: int) -> tuple[Line, ...]:
    """Return a ring of small stitched eyelets."""
    return tuple(
        Line(ring(float(p[0]), float(p[1]), 3, 3, 12), 1.8, "thread")
        for p in ring(x, y, radius, radius, count)
    )
