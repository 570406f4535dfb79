from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from commerce.catalogue.pictures.exceptions import UnknownGarment
from commerce.catalogue.pictures.silhouettes import (
    bags,
    bottoms,
    dresses,
    footwear,
    headwear,
    robes,
    tops,
)
from commerce.catalogue.pictures.silhouettes.parts import Part

type Cutter = Callable[[np.random.Generator, bool], list[Part]]


@dataclass(frozen=True, slots=True)
class Garment:
    """How a garment is cut, how large it stands on the page and how it is spoken of."""

    cut: Cutter
    height: float
    hung: str
    noun: str
    width: float = 640.0
    standing: bool = False
    overhead: bool = False
    fastening: str = "seam"


WARDROBE: dict[str, Garment] = {
    "shirt": Garment(tops.shirt, 730, "shoulders", "shirt", fastening="buttons"),
    "blouse": Garment(tops.blouse, 640, "shoulders", "blouse"),
    "dress": Garment(dresses.dress, 800, "shoulders", "dress"),
    "gown": Garment(dresses.gown, 850, "shoulders", "gown"),
    "kaftan": Garment(robes.kaftan, 800, "shoulders", "kaftan", 670, fastening="embroidery"),
    "agbada": Garment(robes.agbada, 850, "shoulders", "agbada", 720, fastening="embroidery"),
    "trousers": Garment(bottoms.trousers, 800, "clips", "pair of trousers"),
    "skirt": Garment(bottoms.skirt, 700, "clips", "skirt", 560),
    "jacket": Garment(tops.jacket, 720, "shoulders", "jacket", fastening="buttons"),
    "headwrap": Garment(headwear.headwrap, 820, "", "gele head wrap"),
    "bag": Garment(bags.bag, 700, "", "bag", 520, standing=True),
    "sandals": Garment(footwear.sandals, 690, "", "pair of sandals", 560, overhead=True),
    "jumpsuit": Garment(dresses.jumpsuit, 850, "shoulders", "jumpsuit"),
    "two-piece": Garment(dresses.two_piece, 840, "shoulders", "two-piece set", 600),
}

GARMENTS: tuple[str, ...] = tuple(WARDROBE)


def garment_named(name: str) -> Garment:
    """Return the garment of that name.

    :raises UnknownGarment: when the wardrobe holds no such garment.
    """
    if name not in WARDROBE:
        raise UnknownGarment(name, GARMENTS)
    return WARDROBE[name]


def cut(garment: Garment, rng: np.random.Generator, *, back: bool) -> list[Part]:
    """Return the garment's parts, back to front, fitted to the middle of the page."""
    parts = garment.cut(rng, back)
    points = np.concatenate([part.outline for part in parts])
    low, high = points.min(axis=0), points.max(axis=0)
    size = min(garment.height / (high[1] - low[1]), garment.width / (high[0] - low[0]))
    middle = (low + high) / 2
    shift = (-(middle[0] - 400) * size, -(middle[1] - 500) * size)
    return [part.moved(float(shift[0]), float(shift[1]), size) for part in parts]
