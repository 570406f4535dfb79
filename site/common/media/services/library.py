"""Pictures go into the library under names of our own."""

import secrets
from collections.abc import Sequence
from typing import Any

from django.core.files.base import ContentFile

from common.media.making import Made, Size
from common.media.models import Picture


def keep(*, made: Made, title: str, alt: str = "") -> Picture:
    """Put a picture into the library with its web sizes.

    Its files are written first: call it outside of transactions that hold locks.
    """
    picture = Picture(title=title[:255] or "Picture", description=alt[:255])
    picture.dominant_colour = made.colour
    name = secrets.token_hex(12)
    widest = made.sizes[-1]
    picture.file.save(f"{name}.webp", ContentFile(widest.data), save=False)
    picture.width, picture.height = widest.width, widest.height
    picture._set_image_file_metadata()
    picture.sizes = [
        *write_sizes(picture, made.sizes[:-1], name=name),
        {"src": picture.file.url, "width": widest.width, "height": widest.height},
    ]
    picture.save()
    return picture


def write_sizes(picture: Picture, sizes: Sequence[Size], *, name: str) -> list[dict[str, Any]]:
    """Write the files of web sizes and return what `Picture.sizes` says of them."""
    storage = picture.file.storage
    said = []
    for each in sizes:
        path = storage.save(f"web_images/{name}-{each.width}.webp", ContentFile(each.data))
        said.append({"src": storage.url(path), "width": each.width, "height": each.height})
    return said
