"""A picture in the library."""

from io import BytesIO

from django.core.files.images import ImageFile
from PIL import Image

from common.media.models import Picture


def make_picture(title: str = "A picture") -> Picture:
    """Put a small picture into the library."""
    content = BytesIO()
    Image.new("RGB", (24, 30), "#b65c3a").save(content, "PNG")
    content.seek(0)
    picture: Picture = Picture.objects.create(
        title=title, file=ImageFile(content, name="picture.png"), width=24, height=30
    )
    return picture
