"""Pictures of the demo's pages: draped cloths, and garments side by side."""

import io
from collections.abc import Sequence
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image

from commerce.catalogue.pictures import draw_banner
from common.media.models import Picture

WIDTH, HEIGHT = 800, 1000
SMALL = 800


def banner(fabric: str, *, seed: int) -> Picture:
    """Return the banner of a cloth, drawn when it is asked for the first time."""
    title = f"Draped {fabric}"
    known = Picture.objects.filter(title=title).first()
    return known or _kept(
        title, f"{fabric.capitalize()} in folds", draw_banner(fabric=fabric, seed=seed)
    )


def side_by_side(title: str, pictures: Sequence[Picture]) -> Picture:
    """Return one picture of several garments from left to right, made the first time."""
    known = Picture.objects.filter(title=title).first()
    if known is not None:
        return known
    whole = Image.new("RGB", (WIDTH * len(pictures), HEIGHT))
    for place, each in enumerate(pictures):
        with each.file.storage.open(each.file.name) as source:
            whole.paste(_cut(Image.open(source).convert("RGB")), (place * WIDTH, 0))
    sink = io.BytesIO()
    whole.save(sink, "WEBP", quality=80)
    return _kept(title, title, sink.getvalue())


def _cut(picture: Any) -> Any:
    scale = max(WIDTH / picture.width, HEIGHT / picture.height)
    large = picture.resize((round(picture.width * scale), round(picture.height * scale)))
    left, top = (large.width - WIDTH) // 2, (large.height - HEIGHT) // 2
    return large.crop((left, top, left + WIDTH, top + HEIGHT))


def _kept(title: str, alt: str, data: bytes) -> Picture:
    found = Image.open(io.BytesIO(data))
    picture = Picture(title=title, description=alt, width=found.width, height=found.height)
    name = title.lower().replace(" ", "-").replace(",", "")[:60]
    picture.file.save(f"{name}.webp", ContentFile(data), save=False)
    picture.width, picture.height = found.width, found.height
    sink = io.BytesIO()
    height = SMALL * found.height // found.width
    found.resize((SMALL, height)).save(sink, "WEBP", quality=78)
    storage = picture.file.storage
    small = storage.save(f"original_images/{name}-{SMALL}.webp", ContentFile(sink.getvalue()))
    picture.sizes = [
        {"src": storage.url(small), "width": SMALL, "height": height},
        {"src": picture.file.url, "width": found.width, "height": found.height},
    ]
    picture.save()
    return picture
