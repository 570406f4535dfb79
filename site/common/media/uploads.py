"""Uploaded pictures: kept in their format and size, without what the camera wrote into them."""

import io
from typing import Any

from PIL import Image, ImageOps, ImageSequence

from common.media import reading
from common.media.exceptions import PictureRefused

QUALITY = {"JPEG": 92, "WEBP": 90, "AVIF": 80}


def plain(data: bytes) -> bytes:
    """Return the picture encoded anew in its own format: the right way up, without metadata.

    Animations stay animated, colour profiles stay.

    :raises PictureRefused: when it is none, is broken, or has too many pixels.
    """
    picture = reading.opened(data)
    format = str(picture.format)
    try:
        reading.require_pixels(picture.width * picture.height * getattr(picture, "n_frames", 1))
        frames = [_bare(each) for each in ImageSequence.Iterator(picture)]
        saved = _saved(picture, format)
        if len(frames) > 1:
            saved |= {"save_all": True, "append_images": frames[1:], "loop": _loops(picture)}
        sink = io.BytesIO()
        frames[0].save(sink, format, **saved)
    except PictureRefused:
        raise
    except Exception:
        raise PictureRefused("The picture is cut off or broken.") from None
    return sink.getvalue()


def _bare(frame: Image.Image) -> Image.Image:
    found = ImageOps.exif_transpose(frame).copy()
    kept = ("transparency", "duration")
    found.info = {name: each for name, each in found.info.items() if name in kept}
    return found


def _saved(picture: Image.Image, format: str) -> dict[str, Any]:
    saved: dict[str, Any] = {"quality": QUALITY[format]} if format in QUALITY else {}
    profile = picture.info.get("icc_profile")
    return saved | ({"icc_profile": profile} if profile and format != "GIF" else {})


def _loops(picture: Image.Image) -> int:
    return int(picture.info.get("loop", 0))
