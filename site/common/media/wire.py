"""A picture as it goes over the wire."""

from typing import Any, TypedDict

from django.conf import settings


class PictureDict(TypedDict):
    """A picture a client can show at any width; sizes in pixels."""

    src: str
    srcset: str
    width: int
    height: int
    alt: str


def picture_on_wire(picture: Any, *, alt: str = "") -> PictureDict:
    """Return the widest web size with all of them in `srcset`; the file itself while none exist."""
    sizes = sorted(picture.sizes, key=lambda size: int(size["width"]))
    largest = sizes[-1] if sizes else None
    return {
        "src": absolute(largest["src"] if largest else picture.file.url),
        "srcset": ", ".join(f"{absolute(size['src'])} {size['width']}w" for size in sizes),
        "width": int(largest["width"] if largest else picture.width),
        "height": int(largest["height"] if largest else picture.height),
        "alt": alt or picture.description or picture.title,
    }


def absolute(url: str) -> str:
    """Return the URL with the shop's address in front when it is only a path."""
    return f"{settings.SHOP_URL}{url}" if url.startswith("/") else url
