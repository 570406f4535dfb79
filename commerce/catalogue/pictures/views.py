"""The four ways a product is photographed."""

from collections.abc import Callable

import numpy as np

from commerce.catalogue.pictures import studio
from commerce.catalogue.pictures.chance import chance
from commerce.catalogue.pictures.closeup import close_up
from commerce.catalogue.pictures.curves import path, ribbon, whole
from commerce.catalogue.pictures.fabrics.loom import weave
from commerce.catalogue.pictures.fabrics.texture import Field
from commerce.catalogue.pictures.frame import Frame
from commerce.catalogue.pictures.palettes import BACKDROPS, LEATHERS, pick
from commerce.catalogue.pictures.silhouettes.parts import Part, pair
from commerce.catalogue.pictures.silhouettes.wardrobe import Garment, cut
from commerce.catalogue.pictures.tailoring import Sitting, attach

CLOTH = 1280
"""The side of the length of cloth a garment is cut from, in design units."""


def sitting(fabric: str, seed: int, frame: Frame, page: Field, mood: str) -> Sitting:
    """Return a picture in the making, its cloth woven and its page laid."""
    side = max(8, round(CLOTH * frame.scale))
    return Sitting(
        frame=frame,
        page=page,
        covered=np.zeros((frame.height, frame.width), np.float32),
        cloth=weave(fabric, seed, side, frame.scale),
        leather=pick(LEATHERS, chance(seed, "leather")),
        rng=chance(seed, "cutting", mood),
    )


def _painted(parts: list[Part], work: Sitting) -> tuple[Field, Field]:
    ground = work.page.copy()
    for part in parts:
        attach(part, work)
    return ground, work.covered


def _laid_out(garment: Garment, fabric: str, seed: int, frame: Frame, parts: list[Part]) -> Field:
    tone = pick(BACKDROPS, chance(seed, "backdrop", "flat"))
    ground = studio.tabletop(frame, tone, chance(seed, "plaster"))
    work = sitting(fabric, seed, frame, ground.copy(), garment.noun)
    _, shape = _painted(parts, work)
    light = studio.wall_shadow(shape, frame, 0.42)
    return work.page + (ground * light[..., None] - ground) * (1 - shape[..., None])


def _standing(garment: Garment, fabric: str, seed: int, frame: Frame, back: bool) -> Field:
    if garment.overhead:
        laid = cut(garment, chance(seed, "cut", garment.noun), back=back)
        return _laid_out(garment, fabric, seed, frame, laid)
    tone = pick(BACKDROPS, chance(seed, "backdrop"))
    ground = studio.backdrop(frame, tone)
    parts = cut(garment, chance(seed, "cut", garment.noun), back=back)
    work = sitting(fabric, seed, frame, ground.copy(), garment.noun)
    _, shape = _painted(parts, work)
    low = max(float(part.outline[:, 1].max()) for part in parts)
    wide = max(float(np.ptp(part.outline[:, 0])) for part in parts)
    level, depth = (low + 2, 0.5) if garment.standing else (max(low + 26, 934), 0.26)
    light = studio.wall_shadow(shape, frame, 0.2)
    light = light * studio.floor_shadow(frame, 412, wide * 0.52, level, depth)
    return work.page + (ground * light[..., None] - ground) * (1 - shape[..., None])


def _hook() -> Part:
    wire = path("M400 132 L400 100 C400 84 424 84 424 64 C424 40 390 36 384 58")
    return Part(ribbon(wire, 7, 0.9), "metal", lift=0, volume=1.4)


def _hanger(half: float) -> list[Part]:
    end = 400 + half
    bar = whole(
        f"M400 128 C416 128 {end - 60} 152 {end - 8} 184"
        f" C{end + 6} 194 {end + 4} 208 {end - 10} 206"
        f" C{end - 60} 188 430 176 400 174"
    )
    return [_hook(), Part(bar, "wood", lift=0.3, volume=1.3)]


def _rail(half: float, level: float) -> tuple[list[Part], list[Part]]:
    end = 400 + half + 26
    bar = whole(f"M400 126 L{end - 8} 126 C{end} 126 {end} 142 {end - 8} 142 L400 142")
    x = 400 + half * 0.72
    clip = path(f"M{x - 13} 134 L{x + 13} 134 L{x + 15} {level + 24} L{x - 15} {level + 24}")
    return [_hook(), Part(bar, "wood", lift=0, volume=1.2)], pair(Part(clip, "metal", lift=0.5))


def _hanging(parts: list[Part], hung: str) -> list[Part]:
    top = min(float(part.outline[:, 1].min()) for part in parts)
    level = 140.0 if hung == "shoulders" else 156.0
    drop = level - ((top - 500) * 0.9 + 500)
    garment = [part.moved(0, drop, 0.9) for part in parts]
    near = np.concatenate([part.outline for part in garment])
    half = float(np.ptp(near[near[:, 1] < level + 62][:, 0])) / 2
    if hung == "shoulders":
        return [*_hanger(float(np.clip(half * 0.9, 70, 136))), *garment]
    rail, clips = _rail(half, level)
    return [*rail, *garment, *clips]


def _flat_parts(garment: Garment, seed: int) -> list[Part]:
    parts = cut(garment, chance(seed, "cut", garment.noun), back=False)
    if garment.hung:
        return _hanging(parts, garment.hung)
    spin = float(chance(seed, "spin").choice((-9, -6, 6, 9)))
    loose = [part for part in parts if garment.standing or part.stuff == "main"]
    kept = loose if garment.noun.startswith("gele") else parts
    low = np.concatenate([part.outline for part in kept])
    middle = (low.min(axis=0) + low.max(axis=0)) / 2
    return [p.moved(400 - middle[0], 500 - middle[1]).moved(0, 0, 0.9, spin) for p in kept]


def flat(garment: Garment, fabric: str, seed: int, frame: Frame) -> Field:
    """Return the garment on its hanger or laid on a table, seen straight on."""
    return _laid_out(garment, fabric, seed, frame, _flat_parts(garment, seed))


def front(garment: Garment, fabric: str, seed: int, frame: Frame) -> Field:
    """Return the garment standing in the studio."""
    return _standing(garment, fabric, seed, frame, back=False)


def back(garment: Garment, fabric: str, seed: int, frame: Frame) -> Field:
    """Return the garment from behind."""
    return _standing(garment, fabric, seed, frame, back=True)


def detail(garment: Garment, fabric: str, seed: int, frame: Frame) -> Field:
    """Return the cloth close up, folded, with the garment's stitching."""
    return close_up(garment.fastening, fabric, seed, frame)


STUDIO: dict[str, Callable[[Garment, str, int, Frame], Field]] = {
    "front": front,
    "back": back,
    "detail": detail,
    "flat": flat,
}
