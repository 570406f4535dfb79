"""Pictures as the web wants them: WebP at up to three widths, and nothing of the file they came in."""

import io
from dataclasses import dataclass

from PIL import Image

from common.media import reading

WIDTHS = (400, 800)
MOST = (1600, 2400)
QUALITY = 82


@dataclass(frozen=True, slots=True)
class Size:
    """One encoded width."""

    width: int
    height: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Made:
    """A picture at its widths, the widest last, and its colour as `#rrggbb`."""

    sizes: tuple[Size, ...]
    colour: str


def make(data: bytes) -> Made:
    """Decode a stranger's picture and encode it anew.

    :raises PictureRefused: when it is none, is broken, or has too many pixels.
    """
    header = reading.opened(data)
    header.draft("RGB", _fitting(header.width, header.height, (max(MOST), max(MOST))))
    picture = reading.decoded(header)
    widest = _resized(picture, _fitting(picture.width, picture.height, MOST))
    narrow = [
        _resized(widest, (width, max(1, round(picture.height * width / picture.width))))
        for width in WIDTHS
        if width < widest.width
    ]
    return Made(tuple(_encoded(each) for each in [*narrow, widest]), _colour(widest))


def _fitting(width: int, height: int, most: tuple[int, int]) -> tuple[int, int]:
    scale = min(1.0, most[0] / width, most[1] / height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _resized(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    if picture.size == size:
        return picture
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _encoded(picture: Image.Image) -> Size:
    sink = io.BytesIO()
    picture.save(sink, "WEBP", quality=QUALITY, method=4)
    return Size(picture.width, picture.height, sink.getvalue())


def _colour(picture: Image.Image) -> str:
    red, green, blue = picture.convert("RGB").resize((1, 1), Image.Resampling.BOX).tobytes()
    return f"#{red:02x}{green:02x}{blue:02x}"
