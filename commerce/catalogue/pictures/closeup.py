"""Cloth seen from near: folds across the whole page and a stitched edge."""

import numpy as np
from PIL import Image

from commerce.catalogue.pictures.chance import chance
from commerce.catalogue.pictures.curves import offset, path, ribbon
from commerce.catalogue.pictures.fabrics.loom import weave
from commerce.catalogue.pictures.fabrics.texture import Field, mottle, stretched
from commerce.catalogue.pictures.frame import Frame
from commerce.catalogue.pictures.palettes import LEATHERS, pick
from commerce.catalogue.pictures.silhouettes.details import beads, buttons, rosette, spiral
from commerce.catalogue.pictures.silhouettes.parts import Crease, Line, Part
from commerce.catalogue.pictures.tailoring import Sitting, attach

_ROWS = 150

ZOOM = 2.1
"""How much nearer the close-up stands than the other views."""


def relief(width: int, height: int, rng: np.random.Generator, softness: float = 1.0) -> Field:
    """Return the height of draped cloth over a page, about -1 to 1."""
    wide = max(8, round(_ROWS * width / height))
    side = max(wide, _ROWS)
    y, x = np.mgrid[0:_ROWS, 0:wide].astype(np.float32) / 120
    lean = float(rng.uniform(0.35, 0.7)) * float(rng.choice((-1, 1)))
    wander = (mottle(side, 4, rng)[:_ROWS, :wide] - 0.5) * 0.5
    along = (x - 0.5) + lean * (y - 0.6) + wander * softness
    form = np.sin(along * 7.5 + float(rng.uniform(0, 6)))
    form += 0.5 * np.sin(along * 13 + float(rng.uniform(0, 6)) + 2 * y)
    form *= 0.7 + 0.6 * mottle(side, 3, rng)[:_ROWS, :wide]
    return stretched(form.astype(np.float32), width, height)


def draped(image: Image.Image, form: Field, bend: float) -> Field:
    """Return cloth laid over a form: moved by its slopes (``bend``) and lit by them."""
    height, width = form.shape
    slope_y, slope_x = np.gradient(form)
    unit, side = height * 0.8, image.width
    y, x = np.mgrid[0:height, 0:width]
    u = np.clip(x + bend * slope_x * unit * 0.15, 0, side - 1).astype(np.intp)
    v = np.clip(y + bend * slope_y * unit * 0.15, 0, side - 1).astype(np.intp)
    shown: Field = np.asarray(image)[v, u].astype(np.float32) / np.float32(255)
    lit = (slope_x * 0.8 + slope_y * 0.6) * (unit * 0.058)
    light = 0.98 + 0.4 * np.tanh(lit * 1.7) - np.clip(-form, 0, 1.4) * 0.16
    shown *= light[..., None]
    shown += np.clip(light - 1.05, 0, 1)[..., None] * np.float32(0.2)
    return shown


def _hemmed(seed: int) -> list[Part]:
    level = 600 + float(chance(seed, "hem").uniform(-60, 60))
    curve = f"M-60 {level} C160 {level - 50} 420 {level + 20} 860 {level - 80}"
    rows = tuple(Line(path(curve) + offset(0, g), 2.6, "thread", dashed=True) for g in (16, 30))
    soft = (
        Crease(path(f"M120 {level} C200 760 240 880 230 1010"), 70, 0.24),
        Crease(path(f"M560 {level - 20} C600 740 650 880 720 1010"), 80, 0.26),
        Crease(path(f"M360 {level + 10} C400 760 420 880 440 1010"), 50, 0.16),
    )
    shape = path(curve + " L860 1060 L-60 1060")
    return [Part(shape, lift=0.75, volume=0.7, lines=rows, grain=-6, creases=soft)]


def _buttoned() -> list[Part]:
    band = path("M470 -40 L610 -40 C600 300 620 700 590 1040 L440 1040 C470 700 450 300 470 -40")
    rows = tuple(
        Line(path(f"M{x} -40 C{x - 10} 300 {x + 10} 700 {x - 24} 1040"), 2.4, "thread", dashed=True)
        for x in (486, 594)
    )
    dots = buttons(150, 850, 3, x=535, radius=27)
    return [Part(band, lift=0.5, volume=0.6, lines=rows, dots=dots, grain=3)]


def _embroidered() -> list[Part]:
    curve = "M260 -40 C300 240 250 520 330 760 C360 850 420 930 520 1060"
    panel = path(curve + " L-60 1060 L-60 -40")
    work = [
        rosette(120, 420, 140, 11),
        rosette(120, 420, 88, 8),
        spiral(120, 420, 42, 3.5),
        *(spiral(120 + x, y, 34, 2.6, y) for x, y in ((90, 170), (60, 650), (150, 760), (0, 90))),
    ]
    wide = [Line(w.points, w.width * 2.4, "thread") for w in work]
    edging = [Line(path(curve) + offset(-g, 0), 4.5, "thread") for g in (14, 26, 58)]
    knots = [Line(b.points, 3, "thread") for b in beads(120, 420, 166, 30)]
    return [Part(panel, "trim", lift=0.6, volume=0.6, lines=(*wide, *edging, *knots))]


def _edge(fastening: str, seed: int) -> list[Part]:
    match fastening:
        case "buttons":
            return _buttoned()
        case "embroidery":
            return _embroidered()
    return [*_hemmed(seed), *_label(seed)]


def _label(seed: int) -> list[Part]:
    tag = path("M560 690 L700 668 L712 748 L572 770")
    sewn = (Line(path("M568 698 L692 678 L702 742 L580 762 L568 698"), 2.2, "thread", dashed=True),)
    mark = ribbon(path("M606 722 C626 700 650 742 668 712"), 6, 0.4)
    return [Part(tag, "leather", lift=0.5, volume=0.6, lines=sewn), Part(mark, "metal", lift=0.2)]


def close_up(fastening: str, fabric: str, seed: int, frame: Frame) -> Field:
    """Return cloth filling the page, with a hem, buttons or embroidery near the eye."""
    side = max(8, round(1280 * frame.scale), frame.width, frame.height)
    cloth = weave(fabric, seed, side, frame.scale * ZOOM)
    rng = chance(seed, "close", fabric)
    form = relief(frame.width, frame.height, rng)
    page = draped(cloth.image, form, 2.6)
    covered = np.ones((frame.height, frame.width), np.float32)
    leather = pick(LEATHERS, chance(seed, "leather"))
    work = Sitting(frame, page, covered, cloth, leather, rng)
    for part in _edge(fastening, seed):
        attach(part, work)
    return work.page * _falloff(frame)[..., None]


def _falloff(frame: Frame) -> Field:
    y, x = np.mgrid[0:50, 0:40].astype(np.float32)
    light = 1.04 - 0.22 * ((x / 39 - 0.4) ** 2 + (y / 49 - 0.4) ** 2)
    return stretched(light, frame.width, frame.height)
