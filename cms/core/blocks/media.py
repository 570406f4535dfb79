"""Pictures and films."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

from cms.core.blocks.links import AddressBlock

_ID = re.compile(r"^[\w-]{6,20}$", re.ASCII)
YOUTUBE = {"youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be"}
VIMEO = {"vimeo.com", "www.vimeo.com", "player.vimeo.com"}
LINK = {
    "link_label": "Say what is clicked, or take the address away.",
    "link_url": "Say where it leads, or take the words away.",
}
FILMS = (".mp4", ".webm")


class HeroBlock(blocks.StructBlock):
    """The opening picture of a page with a line to read and a way on."""

    title = blocks.CharBlock(max_length=120)
    text = blocks.TextBlock(required=False, max_length=300)
    image = ImageChooserBlock(required=False)
    link_label = blocks.CharBlock(required=False, max_length=60)
    link_url = AddressBlock(required=False)

    class Meta:
        icon = "image"
        group = "Pictures"

    def clean(self, value: Any) -> Any:
        """Refuse a link without words and words without a link; a draft may wait for the other."""
        found = super().clean(value)
        has_label, has_url = bool(found["link_label"]), bool(found["link_url"])
        if has_label == has_url or self.is_deferred_validation:
            return found
        missing = "link_url" if has_label else "link_label"
        raise StructBlockValidationError(block_errors={missing: ValidationError(LINK[missing])})


class CaptionedImageBlock(blocks.StructBlock):
    """A picture with words under it."""

    image = ImageChooserBlock()
    alt = blocks.CharBlock(
        required=False, max_length=200, help_text="What the picture shows, for who cannot see it"
    )
    caption = blocks.CharBlock(required=False, max_length=200)

    class Meta:
        icon = "image"
        label = "Picture"
        group = "Pictures"


class GalleryBlock(blocks.StructBlock):
    """Several pictures to look through."""

    title = blocks.CharBlock(required=False, max_length=120)
    images = blocks.ListBlock(CaptionedImageBlock(), min_num=2, max_num=24)

    class Meta:
        icon = "image"
        group = "Pictures"


def film_of(url: str) -> dict[str, str] | None:
    """Return `{"provider", "video_id", "src"}` of a film's address, or nothing.

    `provider` is youtube, vimeo or file. The address is only read, never fetched.
    """
    try:
        parts = urlsplit(url)
        host, path = (parts.hostname or "").lower(), parts.path
    except ValueError:
        return None
    if parts.scheme != "https":
        return None
    if host in YOUTUBE:
        watched = parse_qs(parts.query).get("v", [""])[0]
        found = watched or path.rstrip("/").rpartition("/")[2]
        src = f"https://www.youtube-nocookie.com/embed/{found}"
        return {"provider": "youtube", "video_id": found, "src": src} if _ID.match(found) else None
    if host in VIMEO:
        found = path.rstrip("/").rpartition("/")[2]
        src = f"https://player.vimeo.com/video/{found}"
        return {"provider": "vimeo", "video_id": found, "src": src} if found.isdecimal() else None
    if path.lower().endswith(FILMS) and '"' not in url and "<" not in url:
        return {"provider": "file", "video_id": "", "src": url}
    return None


class FilmAddressBlock(blocks.URLBlock):
    """The address of a film on YouTube or Vimeo, or of an mp4 or webm file."""

    def clean(self, value: Any) -> Any:
        """Refuse what no client can play."""
        found = super().clean(value)
        if found and film_of(found) is None:
            raise ValidationError(
                "Give the https address of a film on YouTube or Vimeo, or of an .mp4 or .webm file."
            )
        return found


class VideoBlock(blocks.StructBlock):
    """A film, with a picture to show before it plays."""

    url = FilmAddressBlock(label="Address", max_length=500)
    title = blocks.CharBlock(max_length=120, help_text="What it shows, for who cannot see it")
    poster = ImageChooserBlock(required=False)
    caption = blocks.CharBlock(required=False, max_length=200)

    class Meta:
        icon = "media"
        label = "Film"
        group = "Pictures"
