"""Pictures go into the library under names of our own."""

import secrets
from collections.abc import Iterable, Sequence
from typing import Any

from django.core.files.base import ContentFile

from common.media.making import AVIF, WEBP, Made, Size
from common.media.models import Picture
from common.media.uploads import EXTENSIONS, Plain

Sizes = list[dict[str, Any]]


def keep(*, made: Made, title: str, alt: str = "") -> Picture:
    """Put a picture into the library with the WebP sizes made of it; the widest is its file.

    Its files are written first: call it outside of transactions that hold locks. The sizes in
    other formats are made by a worker.
    """
    picture = Picture(title=title[:255] or "Picture", description=alt[:255])
    *narrow, widest = (each for each in made.sizes if each.format == WEBP)
    name = f"picture{EXTENSIONS[WEBP]}"
    picture.file.save(name, Plain(name, widest.data), save=False)
    picture.width, picture.height = widest.width, widest.height
    picture._set_image_file_metadata()
    picture.computed_colour = made.colour
    picture.sizes = [*write(narrow)[WEBP], said_of(picture.file.name, widest)]
    picture.save()
    return picture


def write(sizes: Iterable[Size]) -> dict[str, Sizes]:
    """Write the files of web sizes and return what a picture says of them, by format."""
    name = secrets.token_hex(12)
    said: dict[str, Sizes] = {WEBP: [], AVIF: []}
    for each in sizes:
        path = f"web_images/{name}-{each.width}{EXTENSIONS[each.format]}"
        said[each.format].append(said_of(_storage().save(path, ContentFile(each.data)), each))
    return said


def said_of(name: str, size: Size) -> dict[str, Any]:
    """Return what a picture says of one size whose file has that name."""
    return {
        "name": name,
        "src": _storage().url(name),
        "width": size.width,
        "height": size.height,
    }


def delete(names: Sequence[str]) -> None:
    """Delete files of the library; those that are gone already do not matter."""
    for name in names:
        _storage().delete(name)


def _storage() -> Any:
    return Picture._meta.get_field("file").storage
