"""Pictures uploaded in the admin, by its form and by its door for many."""

import io
import resource
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from wagtail.models import Collection

from common.media.models import Picture
from tests.common.media.pixels import bomb, picture, with_exif
from tests.factories import make_user

pytestmark = pytest.mark.django_db
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


def _film() -> bytes:
    sink = io.BytesIO()
    frames = [Image.new("P", (2100, 2100), number) for number in range(10)]
    frames[0].save(sink, "GIF", save_all=True, append_images=frames[1:])
    return sink.getvalue()


@pytest.fixture
def admin() -> Client:
    client = Client()
    client.force_login(make_user(is_staff=True, is_superuser=True))
    return client


def upload(admin: Client, name: str, data: bytes, at: str = "/admin/images/add/") -> Any:
    file = SimpleUploadedFile(name, data)
    root = Collection.get_first_root_node().pk
    return admin.post(at, {"title": "A picture", "file": file, "collection": root})


def stored() -> bytes:
    with Picture.objects.get().file.open() as file:
        return bytes(file.read())


def test_the_camera_s_words_go_and_the_picture_stands_upright(admin: Client) -> None:
    assert upload(admin, "dress.jpg", with_exif(900, 600)).status_code == 302
    found = Image.open(io.BytesIO(stored()))
    assert (found.format, found.size) == ("JPEG", (600, 900))
    assert not found.getexif() and b"Secret" not in stored()
    kept = Picture.objects.get()
    assert (kept.width, kept.height, kept.file_size) == (600, 900, len(stored()))
    assert [each["width"] for each in kept.sizes] == [400, 600]


def test_the_door_for_many_is_the_same_door(admin: Client) -> None:
    file = SimpleUploadedFile("dress.jpg", with_exif())
    answer = admin.post(
        "/admin/images/multiple/add/",
        {"title": "x", "files[]": file},
        HTTP_X_REQUESTED_WITH="XMLHttpRequest",
    )
    assert answer.json()["success"]
    assert not Image.open(io.BytesIO(stored())).getexif()
    file = SimpleUploadedFile("bomb.png", bomb())
    answer = admin.post(
        "/admin/images/multiple/add/",
        {"title": "x", "files[]": file},
        HTTP_X_REQUESTED_WITH="XMLHttpRequest",
    )
    assert not answer.json()["success"]


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("bomb.png", bomb(), "more than 40 million pixels"),
        ("drawing.svg", SVG, "is not a JPEG"),
        ("drawing.png", SVG, "is not a JPEG"),
        ("page.jpg", b"<!doctype html><script>alert(1)</script>", "is not a JPEG"),
        ("cut.jpg", picture(900, 600)[:1500], "cut off or broken"),
        ("film.gif", _film(), "more than 40 million pixels"),
        ("shirt.tiff", picture(format="TIFF"), "is not a JPEG"),
        ("shirt.svg", picture(), "Not a supported image format"),
        ("shirt.png", picture(), "does not match the file format"),
        ("empty.jpg", b"", "empty"),
    ],
)
def test_what_is_no_picture_stays_out(admin: Client, name: str, data: bytes, sentence: str) -> None:
    answer = upload(admin, name, data)
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert not Picture.objects.exists()


def test_a_bomb_is_not_decoded(admin: Client) -> None:
    bytes_held = 100 * 1024 * 1024
    data = bomb(12_000, 12_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert upload(admin, "bomb.png", data).status_code == 200
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 < bytes_held


def test_comments_and_text_of_other_formats_go_too(admin: Client) -> None:
    from PIL.PngImagePlugin import PngInfo

    text = PngInfo()
    text.add_text("Author", "Secret Person")
    assert upload(admin, "a.png", picture(format="PNG", pnginfo=text)).status_code == 302
    assert b"Secret" not in stored()


def test_an_animation_stays_one(admin: Client) -> None:
    frames = [Image.new("RGB", (20, 20), color) for color in ("red", "green", "blue")]
    sink = io.BytesIO()
    frames[0].save(
        sink, "GIF", save_all=True, append_images=frames[1:], duration=120, comment=b"Secret"
    )
    assert upload(admin, "a.gif", sink.getvalue()).status_code == 302
    found = Image.open(io.BytesIO(stored()))
    assert (found.n_frames, found.info["duration"]) == (3, 120)  # type: ignore[attr-defined]
    assert b"Secret" not in stored()


def test_editing_words_leaves_the_file_and_a_new_file_gets_new_sizes(admin: Client) -> None:
    upload(admin, "a.jpg", picture(900, 600))
    before = Picture.objects.get()
    at = f"/admin/images/{before.pk}/"
    root = Collection.get_first_root_node().pk
    assert admin.post(at, {"title": "Other", "collection": root}).status_code == 302
    after = Picture.objects.get()
    assert (after.title, after.file.name, after.sizes) == ("Other", before.file.name, before.sizes)
    assert upload(admin, "b.jpg", picture(500, 300), at).status_code == 302
    assert [each["width"] for each in Picture.objects.get().sizes] == [400, 500]
