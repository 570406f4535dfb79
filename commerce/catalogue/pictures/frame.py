from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from commerce.catalogue.pictures.curves import Points
from commerce.catalogue.pictures.fabrics.texture import Field

_OVER = 2


@dataclass(frozen=True, slots=True)
class Frame:
    """The mapping from design units to a picture's pixels."""

    width: int
    height: int

    @property
    def scale(self) -> float:
        """Pixels a design unit."""
        return min(self.width / 800, self.height / 1000)

    def place(self, points: Points) -> Points:
        """Return design points as pixels, the design centred in the picture."""
        shift = (self.width - 800 * self.scale, self.height - 1000 * self.scale)
        return points * self.scale + np.array(shift) / 2


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a picture that one piece may touch."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Pixels across."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Pixels down."""
        return self.bottom - self.top

    @property
    def area(self) -> tuple[slice, slice]:
        """The rows and columns of a whole-picture array."""
        return slice(self.top, self.bottom), slice(self.left, self.right)

    def local(self, points: Points) -> Points:
        """Return picture pixels as pixels of the window."""
        return points - (self.left, self.top)


def window_of(points: Points, frame: Frame, margin: float) -> Window:
    """Return the window about placed points, cut to the picture."""
    low, high = points.min(axis=0) - margin, points.max(axis=0) + margin
    left = int(np.clip(low[0], 0, frame.width - 2))
    top = int(np.clip(low[1], 0, frame.height - 2))
    right = int(np.clip(np.ceil(high[0]), left + 2, frame.width))
    bottom = int(np.clip(np.ceil(high[1]), top + 2, frame.height))
    return Window(left, top, right, bottom)


def filled(shapes: list[Points], window: Window, tones: list[int] | None = None) -> Image.Image:
    """Return a smooth mask (0-255) of shapes given in window pixels."""
    page = Image.new("L", (window.width * _OVER, window.height * _OVER), 0)
    draw = ImageDraw.Draw(page)
    for index, shape in enumerate(shapes):
        tone = tones[index] if tones else 255
        draw.polygon((shape * _OVER).ravel().tolist(), fill=tone)
    return page.reduce(_OVER)


def unit(mask: Image.Image) -> Field:
    """Return a grey picture as numbers from 0 to 1."""
    return np.asarray(mask, dtype=np.float32) / np.float32(255)
