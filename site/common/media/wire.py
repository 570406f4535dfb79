"""A picture as it goes over the wire."""

import re
from collections.abc import Sequence
from typing import Any, TypedDict

from django.conf import settings

from common.media.models import COLOUR, Picture
from common.utils.text import plain

PREFERRED_WIDTH = 800
MIDDLE = 0.5


class FocalPoint(TypedDict):
    """The place that matters, as fractions of width and height from the top left."""

    x: float
    y: float


class SourceDict(TypedDict):
    """The same picture in one format, for a `<source>`."""

    type: str
    srcset: str


class PictureDict(TypedDict):
    """A picture a client can show at any width; sizes in pixels, the colour as `#rrggbb`."""

    src: str
    srcset: str
    width: int
    height: int
    alt: str
    focal_point: FocalPoint
    dominant_colour: str | None
    sources: list[SourceDict]


def picture_on_wire(picture: Picture, *, alt: str = "") -> PictureDict:
    """Return a middle web size as `src` and all of them in `srcset`, best formats in `sources`.

    While there are no sizes, the file itself stands for them. A picture that nobody describes has
    an empty `alt`: its title is often the name of its file.
    """
    webp, avif = _by_width(picture.sizes), _by_width(picture.avif_sizes)
    sizes = webp or [_original(picture)]
    shown = next((each for each in sizes if each["width"] >= PREFERRED_WIDTH), sizes[-1])
    return {
        "src": absolute(shown["src"]),
        "srcset": _srcset(sizes),
        "width": int(shown["width"]),
        "height": int(shown["height"]),
        "alt": plain(alt or picture.description),
        "focal_point": focal_point(picture),
        "dominant_colour": _colour(picture),
        "sources": [
            {"type": type, "srcset": _srcset(each)}
            for type, each in (("image/avif", avif), ("image/webp", webp))
            if each
        ],
    }


def focal_point(picture: Picture) -> FocalPoint:
    """Return the focal point; the middle where none is set."""
    return {
        "x": _fraction(picture.focal_point_x, picture.width),
        "y": _fraction(picture.focal_point_y, picture.height),
    }


def absolute(url: str) -> str:
    """Return the URL with the shop's address in front when it is only a path."""
    return f"{settings.SHOP_URL.rstrip('/')}{url}" if url.startswith("/") else url


def _fraction(place: int | None, length: int) -> float:
    if place is None or not length:
        return MIDDLE
    return round(min(1.0, place / length), 4)


def _colour(picture: Picture) -> str | None:
    found = picture.dominant_colour or picture.computed_colour
    return found.lower() if re.match(COLOUR, found) else None


def _by_width(sizes: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(sizes, key=lambda each: int(each["width"]))


def _srcset(sizes: Sequence[dict[str, Any]]) -> str:
    return ", ".join(f"{absolute(each['src'])} {each['width']}w" for each in sizes)


def _original(picture: Picture) -> dict[str, Any]:
    return {"src": picture.file.url, "width": picture.width, "height": picture.height}
