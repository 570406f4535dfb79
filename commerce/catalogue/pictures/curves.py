import re
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

type Points = NDArray[np.floating[Any]]

AXIS = 400.0
"""The vertical line, in design units, about which garments are symmetric."""

_TOKEN = re.compile(r"[MLCQ]|-?\d+(?:\.\d+)?")
_ARITY = {"M": 1, "L": 1, "Q": 2, "C": 3}
_STEPS = np.linspace(0.0, 1.0, 19)[1:, None]


def _commands(text: str) -> Iterator[tuple[str, Points]]:
    tokens = _TOKEN.findall(text)
    verb, at = "M", 0
    while at < len(tokens):
        if tokens[at] in _ARITY:
            verb, at = tokens[at], at + 1
        count = _ARITY[verb] * 2
        yield verb, np.array(tokens[at : at + count], dtype=float).reshape(-1, 2)
        at += count


def _segment(verb: str, start: Points, control: Points) -> Points:
    t, s = _STEPS, 1 - _STEPS
    bend: Points = control
    if verb == "Q":
        bend = s**2 * start + 2 * s * t * control[0] + t**2 * control[1]
    if verb == "C":
        first = s**3 * start + 3 * s**2 * t * control[0]
        bend = first + 3 * s * t**2 * control[1] + t**3 * control[2]
    return bend


def path(text: str) -> Points:
    """Return the flattened points of an SVG-like path of absolute M, L, Q and C commands."""
    pieces: list[Points] = []
    for verb, control in _commands(text):
        pieces.append(control if not pieces else _segment(verb, pieces[-1][-1], control))
    return np.concatenate(pieces)


def mirror(points: Points) -> Points:
    """Return the points reflected about the axis of the design."""
    return np.column_stack((2 * AXIS - points[:, 0], points[:, 1]))


def whole(half: str) -> Points:
    """Return the closed outline whose right half, from axis to axis, is given as a path."""
    right = path(half)
    return np.concatenate((right, mirror(right)[::-1]))


def ring(x: float, y: float, rx: float, ry: float, steps: int = 64) -> Points:
    """Return the outline of an ellipse about (x, y)."""
    t = np.linspace(0, 2 * np.pi, steps, endpoint=False)
    return np.column_stack((x + rx * np.cos(t), y + ry * np.sin(t)))


def ribbon(points: Points, width: float, ends: float = 0.0) -> Points:
    """Return the outline of a band along a line, ``ends`` (0-1) of its width at the tips."""
    along = np.gradient(points, axis=0)
    length = np.hypot(along[:, 0], along[:, 1]) + 1e-9
    normal = np.column_stack((-along[:, 1], along[:, 0])) / length[:, None]
    taper = ends + (1 - ends) * np.sin(np.linspace(0, np.pi, len(points)))[:, None]
    offset = normal * taper * width / 2
    return np.concatenate((points + offset, (points - offset)[::-1]))


def dense(points: Points, gap: float) -> Points:
    """Return the line resampled at equal distances of about ``gap``."""
    steps = np.hypot(*np.diff(points, axis=0).T)
    run = np.concatenate(([0.0], np.cumsum(steps)))
    at = np.linspace(0, run[-1], max(2, int(run[-1] / gap) + 1))
    return np.column_stack((np.interp(at, run, points[:, 0]), np.interp(at, run, points[:, 1])))


def turned(points: Points, degrees: float, about: tuple[float, float]) -> Points:
    """Return the points rotated clockwise, as seen on the page, about a centre."""
    angle = np.radians(degrees)
    spin = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    moved: Points = (points - about) @ spin + about
    return moved


def offset(x: float, y: float) -> Points:
    """Return a shift to be added to points."""
    return np.array((x, y), dtype=float)
