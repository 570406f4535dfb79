import io

import numpy as np
from PIL import Image

from commerce.catalogue.pictures.fabrics.texture import Field

LIMIT = 120_000
"""The most bytes one picture may take."""

_QUALITIES = (82, 74, 66, 56, 46, 34, 22, 10)


def encoded(page: Field, *, limit: int = LIMIT) -> bytes:
    """Return the page as WebP, at the best quality that fits the limit in bytes, or the lowest."""
    picture = Image.fromarray((np.clip(page, 0, 1) * 255 + 0.5).astype(np.uint8))
    step = 0
    data = _webp(picture, _QUALITIES[step])
    while len(data) > limit and step < len(_QUALITIES) - 1:
        step = min(step + 1 + int((len(data) / limit - 1) * 3), len(_QUALITIES) - 1)
        data = _webp(picture, _QUALITIES[step])
    return data


def _webp(picture: Image.Image, quality: int) -> bytes:
    sink = io.BytesIO()
    picture.save(sink, "WEBP", quality=quality, method=2)
    return sink.getvalue()
