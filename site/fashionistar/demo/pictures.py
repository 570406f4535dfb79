"""The demo's pictures, drawn by several processes at once."""

import io
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image

from common.media.models import Picture
from fashionistar.demo.drawing import SMALL, Drawn, Wanted, draw


def drawn(wanted: Sequence[Wanted], *, processes: int) -> Iterator[tuple[Wanted, Drawn]]:
    """Draw everything and give each with its bytes, in order."""
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield from zip(wanted, pool.map(draw, wanted, chunksize=2), strict=True)


def keep(wanted: Wanted, found: Drawn, *, alt: str) -> Picture:
    """Put a drawn picture into the library, with its web sizes."""
    width, height = Image.open(io.BytesIO(found.large)).size
    picture = Picture(title=wanted.title[:255], description=alt[:255])
    name = f"{wanted.garment or 'maker'}-{wanted.seed}"
    picture.file.save(f"{name}.webp", ContentFile(found.large), save=False)
    picture.width, picture.height = width, height
    storage = picture.file.storage
    small = storage.save(f"original_images/{name}-{SMALL}.webp", ContentFile(found.small))
    picture.sizes = _sizes(storage, small, picture, width, height)
    picture.save()
    return picture


def _sizes(storage: Any, small: str, picture: Picture, width: int, height: int) -> list[Any]:
    return [
        {"src": storage.url(small), "width": SMALL, "height": height * SMALL // width},
        {"src": picture.file.url, "width": width, "height": height},
    ]
