"""Light on cloth: rounding at the edges, creases and falling folds, lit from the upper left."""

import numpy as np
from PIL import Image, ImageFilter

from commerce.catalogue.pictures.curves import Points, offset, ribbon
from commerce.catalogue.pictures.fabrics.texture import Field
from commerce.catalogue.pictures.frame import Frame, Window, filled, unit
from commerce.catalogue.pictures.silhouettes.parts import Crease, Drape


def blurred(mask: Image.Image, radius: float) -> Image.Image:
    """Return the mask softened; large radii are worked at a lower resolution."""
    step = max(1, int(radius / 3))
    if step == 1 or min(mask.size) < step * 4:
        return mask.filter(ImageFilter.GaussianBlur(radius))
    small = mask.reduce(step).filter(ImageFilter.GaussianBlur(radius / step))
    return small.resize(mask.size, Image.Resampling.BICUBIC)


def rounding(mask: Image.Image, frame: Frame, reach: float, volume: float) -> Field:
    """Return the light on a piece as if it were padded: about 1, darker towards its edges."""
    radius = max(1.0, reach * frame.scale)
    body = unit(blurred(mask, radius))
    fall_y, fall_x = np.gradient(body)
    lit = (fall_x * 0.75 + fall_y * 0.55) * (radius * 0.62)
    ambient = np.clip((body - 0.42) / 0.5, 0, 1)
    light: Field = 1 + volume * (np.clip(lit * 0.85, -0.27, 0.2) + 0.2 * (ambient - 0.82))
    return light


def _lens(crease: Crease, frame: Frame, window: Window, shift: float) -> Points:
    line = window.local(frame.place(crease.points + offset(shift, shift * 0.35)))
    return ribbon(line, crease.width * frame.scale, 0.12)


def creasing(creases: tuple[Crease, ...], frame: Frame, window: Window) -> Field | float:
    """Return the light that creases take from and give to a piece."""
    if not creases:
        return 1.0
    tones = [int(255 * c.depth) for c in creases]
    soft = 4.2 * frame.scale
    dark = filled([_lens(c, frame, window, 0) for c in creases], window, tones)
    light = filled([_lens(c, frame, window, -c.width * 0.8) for c in creases], window, tones)
    return 1 - unit(blurred(dark, soft)) + 0.55 * unit(blurred(light, soft))


def waves(drape: Drape, x: Field, y: Field, phase: float) -> tuple[Field, Field]:
    """Return the slope and the strength (0-1) of falling folds at design points."""
    spread = (x - drape.x) / np.maximum(y - drape.y, 40.0)
    turn = spread * drape.count * np.float32(6.2)
    slope = np.sin(turn * 1.9 + phase) + 0.55 * np.sin(turn * 3.3 + phase * 2.1)
    slope += 0.35 * np.sin(turn * 5.7 + phase * 0.7)
    rise = np.clip((y - drape.start) / max(drape.end - drape.start, 1.0), 0, 1)
    return slope / np.float32(1.5), rise**0.8


def draping(drape: Drape | None, frame: Frame, window: Window, phase: float) -> Field | float:
    """Return the light on falling folds across a window."""
    if drape is None:
        return 1.0
    offset = frame.place(np.zeros((1, 2)))[0]
    x = (np.arange(window.left, window.right, dtype=np.float32) - offset[0]) / frame.scale
    y = (np.arange(window.top, window.bottom, dtype=np.float32) - offset[1]) / frame.scale
    slope, rise = waves(drape, x[None], y[:, None], phase)
    return 1 + drape.depth * rise * (slope - 0.25)
