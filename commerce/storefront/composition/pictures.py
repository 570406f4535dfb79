"""Pictures on the wire: absolute addresses, and what workers have made of them."""

from typing import Any
from urllib.parse import urljoin

from django.conf import settings

from common.media.wire import PictureDict, picture_on_wire


def absolute(path: str) -> str:
    """Return a path of the shop as an absolute address; a full address stays as it is."""
    return urljoin(settings.SHOP_URL.rstrip("/") + "/", path)


def picture_of(picture: Any, *, alt: str) -> PictureDict | None:
    """Return the picture as every image goes over the wire; None without a file."""
    if picture is None or not picture.file:
        return None
    return picture_on_wire(picture, alt=alt)
