"""The demo's pictures, drawn by several processes at once."""

import io
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from PIL import Image

from common.media.making import Made, Size, colour_of
from common.media.models import Picture
from common.media.services import library
from fashionistar.demo.drawing import Drawn, Wanted, draw


def drawn(wanted: Sequence[Wanted], *, processes: int) -> Iterator[tuple[Wanted, Drawn]]:
    """Draw everything and give each with its bytes, in order."""
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield from zip(wanted, pool.map(draw, wanted, chunksize=2), strict=True)


def keep(wanted: Wanted, found: Drawn, *, alt: str) -> Picture:
    """Put a drawn picture into the library, with its WebP sizes."""
    small, large = (Image.open(io.BytesIO(each)) for each in (found.small, found.large))
    sizes = (Size(*small.size, found.small), Size(*large.size, found.large))
    made = Made(sizes, colour_of(small))
    return library.keep(made=made, title=wanted.title, alt=alt)
