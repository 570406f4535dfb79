from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from commerce.catalogue.pictures.curves import Points, mirror, turned

type Stuff = Literal["main", "trim", "lining", "leather", "sole", "wood", "metal", "clay"]
type Ink = Literal["seam", "thread", "metal", "light"]


@dataclass(frozen=True, slots=True)
class Crease:
    """A soft fold along a line: ``depth`` (0-1) dark with a lit flank."""

    points: Points
    width: float = 16.0
    depth: float = 0.3


@dataclass(frozen=True, slots=True)
class Line:
    """A seam, a run of stitches or embroidery along a line."""

    points: Points
    width: float = 1.6
    ink: Ink = "seam"
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A button, stud or bead."""

    x: float
    y: float
    radius: float
    ink: Ink = "thread"


@dataclass(frozen=True, slots=True)
class Drape:
    """Folds that fall from an apex and deepen from ``start`` to ``end`` down the page."""

    x: float
    y: float
    start: float
    end: float
    count: float
    depth: float = 0.2


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a garment, in design units (800 by 1000, y downwards)."""

    outline: Points
    stuff: Stuff = "main"
    grain: float = 0.0
    lift: float = 0.35
    volume: float = 1.0
    tint: float = 1.0
    creases: tuple[Crease, ...] = ()
    lines: tuple[Line, ...] = ()
    dots: tuple[Dot, ...] = ()
    drape: Drape | None = None
    cover: bool = True

    def mirrored(self) -> "Part":
        """Return the part as it would be on the other side of the garment."""
        drape = self.drape and replace(self.drape, x=800 - self.drape.x)
        return replace(
            self,
            outline=mirror(self.outline),
            grain=-self.grain,
            creases=tuple(replace(c, points=mirror(c.points)) for c in self.creases),
            lines=tuple(replace(line, points=mirror(line.points)) for line in self.lines),
            dots=tuple(replace(d, x=800 - d.x) for d in self.dots),
            drape=drape,
        )

    def moved(self, dx: float, dy: float, size: float = 1.0, spin: float = 0.0) -> "Part":
        """Return the part scaled and turned about the page's middle, then shifted."""
        middle = (400.0, 500.0)

        def place(points: Points) -> Points:
            return (turned(points, spin, middle) - middle) * size + middle + (dx, dy)

        def spot(dot: Dot) -> Dot:
            x, y = place(np.array([[dot.x, dot.y]]))[0]
            return replace(dot, x=float(x), y=float(y), radius=dot.radius * size)

        return replace(
            self,
            outline=place(self.outline),
            grain=self.grain + spin,
            creases=tuple(
                replace(c, points=place(c.points), width=c.width * size) for c in self.creases
            ),
            lines=tuple(replace(i, points=place(i.points)) for i in self.lines),
            dots=tuple(spot(d) for d in self.dots),
            drape=self.drape and _placed(self.drape, dx, dy, size),
        )


def _placed(drape: Drape, dx: float, dy: float, size: float) -> Drape:
    return replace(
        drape,
        x=(drape.x - 400) * size + 400 + dx,
        y=(drape.y - 500) * size + 500 + dy,
        start=(drape.start - 500) * size + 500 + dy,
        end=(drape.end - 500) * size + 500 + dy,
    )


def pair(part: Part) -> list[Part]:
    """Return the part and its mirror image."""
    return [part.mirrored(), part]


def both(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines and their mirror images."""
    return (*lines, *(replace(line, points=mirror(line.points)) for line in lines))


def folds(creases: Sequence[Crease]) -> tuple[Crease, ...]:
    """Return the creases and their mirror images."""
    return (*creases, *(replace(c, points=mirror(c.points)) for c in creases))
