import io

import numpy as np
from PIL import Image

from commerce.catalogue.pictures.fabrics.texture import Field

LIMIT = 120_000
"""The most bytes one picture may take."""

_QUALITIES = (84, 76, 68, 58, 46, 34, 22, 10)


def encoded(page: Field, *, limit: int = LIMIT) -> bytes:
    """Return the page as WebP, at the best quality that fits the limit in bytes."""
    picture = Image.fromarray((np.clip(page, 0, 1) * 255 + 0.5).astype(np.uint8))
    data = b""
    for quality in _QUALITIES:
        sink = io.BytesIO()
        picture.save(sink, "WEBP", quality=quality, method=2)
        data = sink.getvalue()
        if len(data) <= limit:
            break
    return data
