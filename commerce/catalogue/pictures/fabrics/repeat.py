import numpy as np
from PIL import Image, ImageDraw

from commerce.catalogue.pictures.curves import Points, offset, ribbon, ring
from commerce.catalogue.pictures.palettes import Colour


class Repeat:
    """A square motif that joins itself at every edge, drawn in its own units."""

    def __init__(self, size: float, *, scale: float, ground: Colour) -> None:
        over = 3 if scale <= 1.2 else 2
        self.size = size
        self.pixels = max(4, round(size * scale))
        self._grain = self.pixels * over / size
        self._image = Image.new("RGB", (self.pixels * over,) * 2, ground)
        self._draw = ImageDraw.Draw(self._image)

    def shape(self, points: Points, fill: Colour) -> None:
        """Fill an outline, and again wherever it runs over an edge of the repeat."""
        low, high = points.min(axis=0), points.max(axis=0)
        for dx in self._shifts(low[0], high[0]):
            for dy in self._shifts(low[1], high[1]):
                moved = (points + offset(dx, dy)) * self._grain
                self._draw.polygon(moved.ravel().tolist(), fill=fill)

    def disc(self, x: float, y: float, radius: float, fill: Colour) -> None:
        """Fill a circle."""
        self.shape(ring(x, y, radius, radius, max(10, int(radius * 1.6))), fill)

    def hoop(self, x: float, y: float, radius: float, width: float, fill: Colour) -> None:
        """Draw a circle's line of the given width, its inside left as it was."""
        outer = ring(x, y, radius, radius, max(24, int(radius * 1.6)))
        inner = (outer - (x, y)) * (1 - width / radius) + (x, y)
        pieces = len(outer)
        for i in range(pieces):
            j = (i + 1) % pieces
            self.shape(np.array((outer[i], outer[j], inner[j], inner[i])), fill)

    def line(self, points: Points, width: float, fill: Colour, ends: float = 1.0) -> None:
        """Draw a line of the given width; ``ends`` below one tapers it."""
        self.shape(ribbon(points, width, ends), fill)

    def finish(self) -> Image.Image:
        """Return the repeat as a picture, smoothed to its final size."""
        return self._image.resize((self.pixels, self.pixels), Image.Resampling.BOX)

    def _shifts(self, low: float, high: float) -> list[float]:
        steps = (-self.size, 0.0, self.size)
        return [step for step in steps if high + step > 0 and low + step < self.size]


def petals(
    x: float, y: float, inner: float, outer: float, count: int, breadth: float
) -> list[Points]:
    """Return leaf outlines that radiate from (x, y) between two radii."""
    t = np.linspace(0, 1, 13)
    swell = np.sin(np.pi * t**0.8) * breadth / 2
    along = inner + (outer - inner) * t
    leaf = np.column_stack(
        (np.concatenate((along, along[::-1])), np.concatenate((swell, -swell[::-1])))
    )
    return [spun(leaf, 360 * i / count) + offset(x, y) for i in range(count)]


def spun(points: Points, degrees: float) -> Points:
    """Return the points rotated about the origin."""
    a = np.radians(degrees)
    moved: Points = points @ np.array([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]])
    return moved
