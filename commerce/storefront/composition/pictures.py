"""Pictures on the wire: absolute addresses, a srcset of what the worker has made."""

from typing import Any
from urllib.parse import urljoin

from django.conf import settings

PREFERRED_WIDTH = 800


def absolute(path: str) -> str:
    """Return a path of the shop as an absolute address; a full address stays as it is."""
    return urljoin(settings.SHOP_URL.rstrip("/") + "/", path)


def picture_of(picture: Any, *, alt: str) -> dict[str, Any] | None:
    """Return `src`, `srcset`, `width`, `height` and `alt`; None without a file."""
    if picture is None or not picture.file:
        return None
    sizes = sorted(picture.sizes or [_original(picture)], key=lambda each: each["width"])
    wide = [each for each in sizes if each["width"] >= PREFERRED_WIDTH]
    shown = wide[0] if wide else sizes[-1]
    return {
        "src": absolute(shown["src"]),
        "srcset": ", ".join(f"{absolute(each['src'])} {each['width']}w" for each in sizes),
        "width": shown["width"],
        "height": shown["height"],
        "alt": alt or picture.default_alt_text,
    }


def _original(picture: Any) -> dict[str, Any]:
    return {"src": picture.file.url, "width": picture.width, "height": picture.height}
