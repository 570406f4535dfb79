import numpy as np
from PIL import Image, ImageDraw, ImageFont

from commerce.catalogue.pictures.encoding import encoded
from commerce.catalogue.pictures.fabrics.loom import Cloth, weave
from commerce.catalogue.pictures.palettes import Colour, blend

_OVER = 3


def initials(name: str) -> str:
    """Return one or two capitals that stand for a name."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    return "".join(word[0] for word in words[:2]).upper() or "F"


def _disc(draw: ImageDraw.ImageDraw, side: int, share: float, tone: Colour) -> None:
    inset = side * (1 - share) / 2
    draw.ellipse((inset, inset, side - inset, side - inset), fill=tone)


def _medal(cloth: Cloth, letters: str, side: int) -> Image.Image:
    page = cloth.image.resize((side, side), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(page)
    pale = blend(cloth.palette.light, (255, 255, 255), 0.3)
    deep = blend(cloth.palette.dark, (16, 14, 14), 0.25)
    rings = ((0.76, deep), (0.74, pale), (0.69, blend(pale, deep, 0.75)), (0.68, pale))
    for share, tone in rings:
        _disc(draw, side, share, tone)
    font = ImageFont.load_default(size=side * (0.3 if len(letters) > 1 else 0.38))
    box = draw.textbbox((0, 0), letters, font=font, anchor="lt")
    at = ((side - box[2] - box[0]) / 2, (side - box[3] - box[1]) / 2)
    draw.text(at, letters, font=font, anchor="lt", fill=deep)
    return page


def draw_monogram(*, name: str, fabric: str, seed: int, size: int = 400) -> bytes:
    """Return a square WebP logo: a name's initials on a disc over cloth.

    :raises UnknownFabric: when the fabric is not one of ``FABRICS``.
    """
    cloth = weave(fabric, seed, max(8, size), size / 400)
    page = _medal(cloth, initials(name), size * _OVER)
    small = page.resize((size, size), Image.Resampling.LANCZOS)
    return encoded(np.asarray(small, np.float32) / np.float32(255))
