"""Uploaded pictures: kept in their format and size, without what the camera wrote into them."""

import io
from pathlib import PurePath
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageOps, ImageSequence

from common.media import reading
from common.media.exceptions import PictureRefused

QUALITY = {"JPEG": 92, "WEBP": 90, "AVIF": 80}
EXTENSIONS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "GIF": ".gif", "AVIF": ".avif"}


class Plain(SimpleUploadedFile):
    """The file of a picture that was encoded by us, so that nothing of a stranger's is in it."""


def plain_file(name: str | None, data: bytes) -> Plain:
    """Return the picture encoded anew, with the extension of what it is.

    :raises PictureRefused: when it is none, is broken, or has too many pixels.
    """
    format = _format(reading.opened(data))
    return Plain(
        PurePath(name or "picture").stem + EXTENSIONS[format],
        plain(data),
        f"image/{format.lower()}",
    )


def plain(data: bytes) -> bytes:
    """Return the picture encoded anew in its own format: the right way up, without metadata.

    Animations stay animated, colour profiles stay. Of the several pictures that telephones put
    into one JPEG the first stays.

    :raises PictureRefused: when it is none, is broken, or has too many pixels.
    """
    picture = reading.opened(data)
    format = _format(picture)
    try:
        frames = [_bare(each) for each in _frames(picture)]
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


def _format(picture: Image.Image) -> str:
    return "JPEG" if picture.format == "MPO" else str(picture.format)


def _frames(picture: Image.Image) -> Any:
    if picture.format == "MPO":
        return [picture]
    reading.require_pixels(picture.width * picture.height * getattr(picture, "n_frames", 1))
    return ImageSequence.Iterator(picture)


def _bare(frame: Image.Image) -> Image.Image:
    found = ImageOps.exif_transpose(frame)
    kept = ("transparency", "duration")
    found.info = {name: each for name, each in found.info.items() if name in kept}
    return found


def _saved(picture: Image.Image, format: str) -> dict[str, Any]:
    saved: dict[str, Any] = {"quality": QUALITY[format]} if format in QUALITY else {}
    profile = picture.info.get("icc_profile")
    return saved | ({"icc_profile": profile} if profile and format != "GIF" else {})


def _loops(picture: Image.Image) -> int:
    return int(picture.info.get("loop", 0))
