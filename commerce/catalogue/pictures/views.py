"""The four ways a product is photographed."""

from collections.abc import Callable

import numpy as np

from commerce.catalogue.pictures import studio
from commerce.catalogue.pictures.chance import chance
from commerce.catalogue.pictures.closeup import close_up
from commerce.catalogue.pictures.curves import path, ribbon
from commerce.catalogue.pictures.fabrics.loom import weave
from commerce.catalogue.pictures.fabrics.texture import Field
from commerce.catalogue.pictures.frame import Frame
from commerce.catalogue.pictures.palettes import BACKDROPS, LEATHERS, pick
from commerce.catalogue.pictures.silhouettes.parts import Part
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


def _standing(garment: Garment, fabric: str, seed: int, frame: Frame, back: bool) -> Field:
    tone = pick(BACKDROPS, chance(seed, "backdrop"))
    ground = studio.backdrop(frame, tone, chance(seed, "paper"))
    parts = cut(garment, chance(seed, "cut", garment.noun), back=back)
    work = sitting(fabric, seed, frame, ground.copy(), garment.noun)
    _, shape = _painted(parts, work)
    low = max(float(part.outline[:, 1].max()) for part in parts)
    wide = max(float(np.ptp(part.outline[:, 0])) for part in parts)
    level, depth = (low + 2, 0.5) if garment.standing else (max(low + 26, 934), 0.26)
    light = studio.wall_shadow(shape, frame, 0.2)
    light = light * studio.floor_shadow(frame, 412, wide * 0.52, level, depth)
    return work.page + (ground * light[..., None] - ground) * (1 - shape[..., None])


def _hanger() -> list[Part]:
    bar = path(
        "M400 128 C420 128 470 150 546 186 C562 194 560 212 544 210 C480 190 430 176 400 174"
        " C370 176 320 190 256 210 C240 212 238 194 254 186 C330 150 380 128 400 128"
    )
    hook = ribbon(path("M400 132 L400 100 C400 84 424 84 424 64 C424 40 390 36 384 58"), 7, 0.9)
    return [Part(hook, "metal", lift=0, volume=1.4), Part(bar, "wood", lift=0.3, volume=1.3)]


def _flat_parts(garment: Garment, seed: int) -> list[Part]:
    parts = cut(garment, chance(seed, "cut", garment.noun), back=False)
    spin = float(chance(seed, "spin").choice((-7, -4, 4, 7)))
    if not garment.hung:
        return [part.moved(0, 0, 0.9, spin) for part in parts]
    top = min(float(part.outline[:, 1].min()) for part in parts)
    drop = 148 - ((top - 500) * 0.9 + 500)
    return [*_hanger(), *(part.moved(0, drop, 0.9) for part in parts)]


def flat(garment: Garment, fabric: str, seed: int, frame: Frame) -> Field:
    """Return the garment on its hanger or laid on a table, seen straight on."""
    tone = pick(BACKDROPS, chance(seed, "backdrop", "flat"))
    ground = studio.tabletop(frame, tone, chance(seed, "plaster"))
    work = sitting(fabric, seed, frame, ground.copy(), garment.noun)
    _, shape = _painted(_flat_parts(garment, seed), work)
    light = studio.wall_shadow(shape, frame, 0.42)
    return work.page + (ground * light[..., None] - ground) * (1 - shape[..., None])


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
