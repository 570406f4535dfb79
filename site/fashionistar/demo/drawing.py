"""Drawing, in processes that know nothing of Django."""

import io
from typing import NamedTuple

from PIL import Image

from commerce.catalogue.pictures import draw_garment, draw_monogram

SMALL = 400


class Wanted(NamedTuple):
    """A picture to draw: a garment, or with a name the logo of a maker."""

    title: str
    fabric: str
    seed: int
    garment: str = ""


class Drawn(NamedTuple):
    """The bytes of both sizes."""

    large: bytes
    small: bytes


def draw(wanted: Wanted) -> Drawn:
    """Return the picture large and small, as WebP."""
    if wanted.garment:
        large = draw_garment(garment=wanted.garment, fabric=wanted.fabric, seed=wanted.seed)
    else:
        large = draw_monogram(name=wanted.title, fabric=wanted.fabric, seed=wanted.seed, size=800)
    sink = io.BytesIO()
    picture = Image.open(io.BytesIO(large))
    picture.resize((SMALL, picture.height * SMALL // picture.width)).save(sink, "WEBP", quality=78)
    return Drawn(large, sink.getvalue())
