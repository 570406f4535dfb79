"""Strangers' pictures made into ours."""

import io
import resource

import pytest
from PIL import Image

from common.media import making, reading
from common.media.exceptions import PictureRefused
from tests.common.media.pixels import bomb, picture, with_exif


def decoded(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_a_photograph_becomes_webp_at_three_widths_the_right_way_up_and_mute() -> None:
    made = making.make(with_exif(2000, 3000))
    assert [(each.width, each.height) for each in made.sizes] == [
        (400, 267), (800, 534), (1600, 1067),
    ]  # fmt: skip
    for each in made.sizes:
        found = decoded(each.data)
        assert (found.format, found.size) == ("WEBP", (each.width, each.height))
        assert not found.getexif() and b"Secret" not in each.data
    # What lay on the left of the file is on top, the right way up.
    top = decoded(made.sizes[-1].data).convert("RGB").getpixel((800, 10))
    assert isinstance(top, tuple) and top[0] > 200 > 60 > top[2]


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_every_format_of_the_web_is_read(format: str) -> None:
    made = making.make(picture(format=format))
    assert [(each.width, each.height) for each in made.sizes] == [(60, 40)]
    assert made.colour.startswith("#") and len(made.colour) == 7


@pytest.mark.parametrize("mode", ["CMYK", "L", "1"])
def test_other_colours_are_turned_into_the_web_s(mode: str) -> None:
    sink = io.BytesIO()
    Image.new(mode, (30, 20)).save(sink, "JPEG" if mode != "1" else "PNG")
    assert decoded(making.make(sink.getvalue()).sizes[0].data).mode == "RGB"


def test_transparency_stays() -> None:
    sink = io.BytesIO()
    Image.new("RGBA", (30, 20), (255, 0, 0, 0)).save(sink, "PNG")
    assert decoded(making.make(sink.getvalue()).sizes[0].data).mode == "RGBA"


def test_a_thread_of_a_picture_is_made_shorter() -> None:
    assert making.make(picture(1, 16_000, "PNG")).sizes[-1].height == 2400


def test_a_bomb_is_judged_by_its_header() -> None:
    data = bomb()
    assert len(data) < 200_000
    with pytest.raises(PictureRefused, match="more than 40 million pixels"):
        making.make(data)


@pytest.mark.parametrize("size", [(40_000_000, 1), (1, 16_385)])
def test_no_side_is_longer_than_webp_can_hold(size: tuple[int, int]) -> None:
    with pytest.raises(PictureRefused, match="wider or higher than 16,384 pixels"):
        making.make(bomb(*size))


def test_a_grey_of_sixteen_bits_keeps_its_shades() -> None:
    drawn = Image.new("I", (256, 8))
    drawn.putdata([(at % 256) * 257 for at in range(256 * 8)])
    sink = io.BytesIO()
    drawn.convert("I;16").save(sink, "PNG")
    assert decoded(sink.getvalue()).mode == "I;16"
    for made in (
        decoded(making.make(sink.getvalue()).sizes[-1].data),
        reading.decoded(drawn, most=(256, 8)),
    ):
        row = made.convert("L").crop((0, 4, 256, 5)).tobytes()
        assert all(abs(grey - at) < 8 for at, grey in enumerate(row))


def test_a_header_that_lies_about_billions_is_refused() -> None:
    data = bytearray(bomb(10, 10))
    data[16:24] = b"\x7f\xff\xff\xff" * 2
    with pytest.raises(PictureRefused):
        making.make(bytes(data))


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (b"<!doctype html><title>no</title>", "is not a JPEG"),
        (SVG, "is not a JPEG"),
        (b'<?xml version="1.0"?>' + SVG, "is not a JPEG"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n", "is not a JPEG"),
        (picture(600, 400)[:2000], "cut off or broken"),
        (picture(600, 400, "PNG")[:200], "cut off or broken"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 400, "is not a JPEG|cut off"),
        (picture(format="TIFF"), "is not a JPEG"),
    ],
)
def test_what_is_no_whole_picture_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(PictureRefused, match=sentence):
        making.make(data)


def test_every_width_comes_in_every_format_that_is_asked_for() -> None:
    made = making.make(with_exif(900, 600), formats=(making.WEBP, making.AVIF))
    assert [(each.format, each.width) for each in made.sizes] == [
        ("WEBP", 400), ("WEBP", 600), ("AVIF", 400), ("AVIF", 600),
    ]  # fmt: skip
    for each in made.sizes:
        found = decoded(each.data)
        assert (found.format, found.size) == (each.format, (each.width, each.height))
        assert not found.getexif() and b"Secret" not in each.data


def test_the_largest_picture_that_is_let_in_is_shrunk_before_it_is_copied() -> None:
    data = bomb(6300, 6300)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    making.make(data)
    held = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    assert held < 3 * 6300 * 6300
