"""Strangers' pictures, opened with care: the size is judged by the header, before any decoding."""

import io
import warnings

from django.conf import settings
from PIL import Image, ImageCms, ImageOps

from common.media.exceptions import PictureRefused

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
# The most that WebP can hold.
MOST_SIDE = 16_384
_SRGB = ImageCms.createProfile("sRGB")


def opened(data: bytes) -> Image.Image:
    """Return the picture with nothing but its header read.

    :raises PictureRefused: when it is none of the formats, is too wide or too high, or has too many
        pixels.
    """
    if not data:
        raise PictureRefused("The file is empty.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError:
        raise _too_many_pixels() from None
    except Exception:
        raise PictureRefused("The file is not a JPEG, PNG, WebP, GIF or AVIF picture.") from None
    if max(picture.size) > MOST_SIDE:
        raise PictureRefused(f"The picture is wider or higher than {MOST_SIDE:,} pixels.")
    require_pixels(picture.width * picture.height)
    return picture


def require_pixels(count: int) -> None:
    """Refuse more pixels than a picture may have.

    :raises PictureRefused: with the limit.
    """
    if count > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise _too_many_pixels()


def decoded(picture: Image.Image, *, most: tuple[int, int]) -> Image.Image:
    """Return the first frame the right way up in sRGB, no larger than `most`, without metadata.

    It is made smaller before its colours are, so that few copies of all its pixels are held.

    :raises PictureRefused: when it is cut off or broken.
    """
    try:
        profile = picture.info.get("icc_profile")
        ImageOps.exif_transpose(picture, in_place=True)
        has_alpha = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
        picture = _in_eight_bits(picture)
        if picture.mode not in ("RGB", "RGBA", "L", "LA", "CMYK"):
            picture = picture.convert("RGBA" if has_alpha else "RGB")
        found = _in_srgb(resized(picture, fitting(picture.width, picture.height, most)), profile)
        found = found.convert("RGBA" if has_alpha else "RGB")
    except Exception:
        raise PictureRefused("The picture is cut off or broken.") from None
    found.info = {}
    return found


def fitting(width: int, height: int, most: tuple[int, int]) -> tuple[int, int]:
    """Return the size in the same proportions that is at most so wide and so high."""
    scale = min(1.0, most[0] / width, most[1] / height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def resized(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Return the picture at another size; itself when it has that size."""
    if picture.size == size:
        return picture
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _in_eight_bits(picture: Image.Image) -> Image.Image:
    """Return a grey of 16 bits in 8: converting it would cut off all that is brighter than 255."""
    if not picture.mode.startswith("I"):
        return picture
    found = picture.convert("I").point(lambda grey: grey * (1 / 257) + 0.5).convert("L")
    if isinstance(clear := picture.info.get("transparency"), int):
        found.info["transparency"] = clear // 257
    return found


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    if not profile or picture.mode not in ("RGB", "CMYK"):
        return picture
    try:
        found = ImageCms.profileToProfile(
            picture, ImageCms.ImageCmsProfile(io.BytesIO(profile)), _SRGB, outputMode="RGB"
        )
    except ImageCms.PyCMSError:
        return picture
    return found or picture


def _too_many_pixels() -> PictureRefused:
    most = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000
    return PictureRefused(f"The picture has more than {most} million pixels.")
