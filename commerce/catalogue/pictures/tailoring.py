"""Cutting and sewing: lays cloth on a piece, lights it and draws its stitches."""

from dataclasses import dataclass

import numpy as np
from PIL import Image

from commerce.catalogue.pictures.curves import Points, dense, offset, ribbon, ring
from commerce.catalogue.pictures.fabrics.loom import Cloth, plain
from commerce.catalogue.pictures.fabrics.texture import Field
from commerce.catalogue.pictures.frame import Frame, Window, filled, unit, window_of
from commerce.catalogue.pictures.palettes import Colour, blend
from commerce.catalogue.pictures.shading import blurred, creasing, draping, rounding, waves
from commerce.catalogue.pictures.silhouettes.parts import Dot, Drape, Ink, Line, Part, Stuff


@dataclass(slots=True)
class Sitting:
    """A picture in the making: the page, what the garment covers, and its materials."""

    frame: Frame
    page: Field
    covered: Field
    cloth: Cloth
    leather: Colour
    rng: np.random.Generator


def _material(sitting: Sitting, stuff: Stuff) -> Image.Image:
    cloth, side = sitting.cloth, sitting.cloth.image.width
    tones: dict[str, tuple[Colour, str]] = {
        "trim": (cloth.trim, "cotton"),
        "lining": (blend(cloth.palette.dark, cloth.trim, 0.45), "cotton"),
        "leather": (sitting.leather, "none"),
        "sole": (blend(sitting.leather, (236, 214, 180), 0.55), "none"),
        "wood": ((176, 128, 84), "linen"),
        "metal": ((196, 164, 96), "none"),
        "clay": ((138, 94, 70), "none"),
    }
    if stuff == "main":
        return cloth.image
    tone, finish = tones[stuff]
    return plain(tone, side, sitting.frame.scale, finish)


def _sources(
    nodes: Points, part: Part, sitting: Sitting, side: int, phase: float, slide: Points
) -> Points:
    scale, middle = sitting.frame.scale, sitting.frame.place(part.outline).mean(axis=0)
    angle = np.radians(part.grain)
    spin = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    flow = nodes / scale
    sway = np.column_stack(
        (
            4.5 * np.sin(flow[:, 1] / 74 + phase) + 2.2 * np.sin(flow[:, 1] / 31 + phase * 2),
            4.0 * np.sin(flow[:, 0] / 66 + phase * 1.7),
        )
    )
    if part.drape:
        sway[:, 0] += _gather(part.drape, nodes, sitting.frame, phase)
    spots = (nodes - middle + sway * scale) @ spin + side / 2 + slide
    laid: Points = np.clip(spots, 1, side - 2)
    return laid


def _gather(drape: Drape, nodes: Points, frame: Frame, phase: float) -> Points:
    design = (nodes - frame.place(np.zeros((1, 2)))[0]) / frame.scale
    slope, rise = waves(drape, design[:, 0], design[:, 1], phase)
    return slope * rise * drape.depth * 26


def _laid(part: Part, sitting: Sitting, window: Window, phase: float) -> Field:
    image = _material(sitting, part.stuff)
    if part.stuff != "main":
        corner = sitting.rng.integers(0, max(1, image.width // 8), 2)
        across = np.arange(corner[0], corner[0] + window.width) % image.width
        down = np.arange(corner[1], corner[1] + window.height) % image.height
        smooth: Field = np.array(image)[down[:, None], across].astype(np.float32)
        return smooth / np.float32(255)
    cell = max(6, round(28 * sitting.frame.scale))
    xs = np.append(np.arange(0, window.width, cell), window.width)
    ys = np.append(np.arange(0, window.height, cell), window.height)
    grid = np.stack(np.meshgrid(xs, ys), axis=-1).astype(float)
    nodes = grid.reshape(-1, 2) + offset(window.left, window.top)
    slide = sitting.rng.uniform(-60, 60, 2) * sitting.frame.scale
    spots = _sources(nodes, part, sitting, image.width, phase, slide).reshape(grid.shape)
    mesh = [
        (
            (int(xs[i]), int(ys[j]), int(xs[i + 1]), int(ys[j + 1])),
            (*spots[j, i], *spots[j + 1, i], *spots[j + 1, i + 1], *spots[j, i + 1]),
        )
        for j in range(len(ys) - 1)
        for i in range(len(xs) - 1)
    ]
    size = (window.width, window.height)
    shown = image.transform(size, Image.Transform.MESH, mesh, Image.Resampling.BICUBIC)
    return np.asarray(shown, np.float32) / np.float32(255)


def _ink(sitting: Sitting, ink: Ink) -> tuple[Field, float]:
    cloth = sitting.cloth
    tones: dict[Ink, tuple[Colour, float]] = {
        "seam": (blend(cloth.palette.dark, (20, 16, 14), 0.4), 0.5),
        "thread": (cloth.thread, 0.92),
        "metal": ((206, 172, 98), 0.97),
        "light": ((255, 252, 244), 0.35),
    }
    tone, strength = tones[ink]
    return np.array(tone, np.float32) / 255, strength


def _dashes(line: Line) -> list[Points]:
    if not line.dashed:
        return [line.points]
    steps = dense(line.points, 4.5)
    return [steps[i : i + 2] for i in range(0, len(steps) - 1, 2)]


def _overlay(page: Field, tone: Field, cover: Field) -> None:
    page += (tone - page) * cover[..., None]


def _rim(part: Part) -> tuple[Line, ...]:
    return (Line(np.concatenate((part.outline, part.outline[:1])), 2.2),) if part.lift else ()


def _sew(part: Part, sitting: Sitting, window: Window, inside: Field, page: Field) -> None:
    scale = sitting.frame.scale
    lines = (*_rim(part), *part.lines)
    for ink in dict.fromkeys(line.ink for line in lines):
        shapes = [
            ribbon(window.local(sitting.frame.place(dash)), max(0.9, line.width * scale), 0.9)
            for line in lines
            if line.ink == ink
            for dash in _dashes(line)
        ]
        tone, strength = _ink(sitting, ink)
        cover = unit(filled(shapes, window))
        if ink in ("thread", "metal"):
            drop = np.roll(cover, max(1, round(1.3 * scale)), axis=(0, 1))
            page *= (1 - 0.35 * drop * inside)[..., None]
        _overlay(page, tone, cover * inside * strength)


def _button(dot: Dot, sitting: Sitting, window: Window, page: Field) -> None:
    scale, at = sitting.frame.scale, sitting.frame.place(np.array([[dot.x, dot.y]]))
    x, y = window.local(at)[0]
    r = dot.radius * scale
    tone, _ = _ink(sitting, dot.ink)
    shade = unit(filled([ring(x + r * 0.25, y + r * 0.45, r * 1.15, r * 1.15)], window))
    page *= (1 - 0.45 * shade)[..., None]
    for size, light in ((1.0, 0.74), (0.86, 1.0), (0.6, 0.9)):
        _overlay(page, tone * light, unit(filled([ring(x, y, r * size, r * size)], window)))
    if dot.ink != "metal" and dot.radius >= 5:
        holes = [
            ring(x + i * r * 0.22, y + j * r * 0.22, r * 0.1, r * 0.1, 8)
            for i in (-1, 1)
            for j in (-1, 1)
        ]
        _overlay(page, tone * 0.3, unit(filled(holes, window)))


def _gloss(part: Part) -> float:
    return 0.10 if part.stuff in ("leather", "metal", "clay") else 0.0


def attach(part: Part, sitting: Sitting) -> None:
    """Draw one piece over what is already on the page."""
    frame = sitting.frame
    placed = frame.place(part.outline)
    window = window_of(placed, frame, 26 * frame.scale)
    mask = filled([window.local(placed)], window)
    inside = unit(mask)
    page, covered = sitting.page[window.area], sitting.covered[window.area]
    _contact(mask, page, covered, part.lift, frame)
    phase = float(sitting.rng.uniform(0, 6.28))
    light = _light(part, mask, sitting, window, phase)
    shown = _laid(part, sitting, window, phase) * light[..., None]
    shown += np.clip(light - 1, 0, 1)[..., None] * (0.10 + _gloss(part))
    page += (shown - page) * inside[..., None]
    _sew(part, sitting, window, inside, page)
    for dot in part.dots:
        _button(dot, sitting, window, page)
    if part.cover:
        np.maximum(covered, inside, out=covered)


def _light(part: Part, mask: Image.Image, sitting: Sitting, window: Window, phase: float) -> Field:
    size = part.outline.max(axis=0) - part.outline.min(axis=0)
    reach = float(np.clip(size.min() * 0.11, 4, 26))
    light = rounding(mask, sitting.frame, reach, part.volume) * part.tint
    light = light * creasing(part.creases, sitting.frame, window)
    return light * draping(part.drape, sitting.frame, window, phase)


def _contact(mask: Image.Image, page: Field, covered: Field, lift: float, frame: Frame) -> None:
    if lift <= 0:
        return
    right, down = round(4 * frame.scale), round(7 * frame.scale)
    soft = blurred(mask, 7 * frame.scale)
    shade = unit(soft.transform(soft.size, Image.Transform.AFFINE, (1, 0, -right, 0, 1, -down)))
    page *= (1 - lift * shade * covered)[..., None]
