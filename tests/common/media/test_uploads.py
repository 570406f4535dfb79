"""Pictures uploaded in the admin by its form."""

import io
import resource
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from PIL import Image
from wagtail.models import Collection

from common.media.models import Picture
from common.media.services import encoding
from common.media.wire import picture_on_wire
from common.outbox.models import OutboxEvent
from common.outbox.services import delivery
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


def upload(
    admin: Client, name: str, data: bytes, at: str = "/admin/images/add/", **more: Any
) -> Any:
    file = SimpleUploadedFile(name, data)
    root = Collection.get_first_root_node().pk
    return admin.post(at, {"title": "A picture", "file": file, "collection": root, **more})


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


def test_a_request_encodes_no_sizes_and_a_worker_is_told(admin: Client) -> None:
    upload(admin, "dress.jpg", with_exif(900, 600))
    kept = Picture.objects.get()
    assert (kept.sizes, kept.avif_sizes, kept.encode_tries) == ([], [], 0)
    assert kept.encode_due_at is not None
    told = OutboxEvent.objects.get(type="picture.uploaded")
    assert told.payload == {"picture_id": kept.pk}


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("bomb.png", bomb(), "more than 40 million pixels"),
        ("line.png", bomb(40_000_000, 1), "wider or higher than 16,384 pixels"),
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


def test_editing_words_leaves_the_file_and_tells_of_the_words(admin: Client) -> None:
    upload(admin, "a.jpg", picture(900, 600))
    assert encoding.encode_waiting() == 1
    before = Picture.objects.get()
    at = f"/admin/images/{before.pk}/"
    root = Collection.get_first_root_node().pk
    assert admin.post(at, {"title": "Other", "collection": root}).status_code == 302
    after = Picture.objects.get()
    assert (after.title, after.file.name, after.sizes) == ("Other", before.file.name, before.sizes)
    assert after.sizes and after.avif_sizes and after.encode_due_at is None
    assert OutboxEvent.objects.get(type="picture.changed").payload == {"picture_id": after.pk}
    assert admin.post(at, {"title": "Other", "collection": root}).status_code == 302
    assert OutboxEvent.objects.filter(type="picture.changed").count() == 1


def test_a_new_file_starts_over(admin: Client) -> None:
    upload(admin, "a.jpg", picture(900, 600))
    encoding.encode_waiting()
    Picture.objects.update(
        focal_point_x=800, focal_point_y=10, focal_point_width=5, focal_point_height=5
    )
    before = Picture.objects.get()
    old = [before.file.name, *(each["name"] for each in before.sizes + before.avif_sizes)]
    focal = {"focal_point_x": 800, "focal_point_y": 10}
    focal |= {"focal_point_width": 5, "focal_point_height": 5}
    at = f"/admin/images/{before.pk}/"
    assert upload(admin, "a.jpg", picture(500, 300), at, **focal).status_code == 302
    after = Picture.objects.get()
    assert after.file.name not in old
    assert (after.sizes, after.avif_sizes, after.computed_colour) == ([], [], "")
    assert picture_on_wire(after)["src"].endswith(after.file.url)
    assert not after.has_focal_point()
    assert all(default_storage.exists(name) for name in old)
    told = OutboxEvent.objects.get(type="picture.files_replaced")
    assert told.payload == {"names": old}
    OutboxEvent.objects.update(available_at=timezone.now())
    delivery.drain()
    assert not any(default_storage.exists(name) for name in old)
    assert default_storage.exists(after.file.name)
    assert encoding.encode_waiting() == 1
    assert [each["width"] for each in Picture.objects.get().sizes] == [400, 500]


def test_deleting_a_picture_deletes_its_sizes(admin: Client) -> None:
    upload(admin, "a.jpg", picture(900, 600))
    encoding.encode_waiting()
    kept = Picture.objects.get()
    old = [each["name"] for each in kept.sizes + kept.avif_sizes]
    assert admin.post(f"/admin/images/{kept.pk}/delete/").status_code == 302
    assert all(default_storage.exists(name) for name in old)
    OutboxEvent.objects.update(available_at=timezone.now())
    delivery.drain()
    assert not any(default_storage.exists(name) for name in old)


def test_a_colour_is_a_colour(admin: Client) -> None:
    for said, status in (("#A1b2C3", 302), ("red", 200), ("url(1)", 200)):
        answer = upload(admin, "a.jpg", picture(), dominant_colour=said)
        assert answer.status_code == status
    assert Picture.objects.get().dominant_colour == "#A1b2C3"
    with pytest.raises(IntegrityError), transaction.atomic():
        Picture.objects.update(dominant_colour="red")


def test_of_a_telephone_s_pair_the_first_stays(admin: Client) -> None:
    sink = io.BytesIO()
    pair = [Image.new("RGB", size, "red") for size in ((60, 40), (30, 20))]
    pair[0].save(sink, "MPO", save_all=True, append_images=pair[1:])
    assert upload(admin, "a.jpg", sink.getvalue()).status_code == 302
    found = Image.open(io.BytesIO(stored()))
    assert (found.format, found.size) == ("JPEG", (60, 40))


def test_what_hides_behind_a_picture_goes(admin: Client) -> None:
    hidden = picture(format="GIF") + b"<script>alert(1)</script>PK\x03\x04"
    assert upload(admin, "a.gif", hidden).status_code == 302
    assert b"script" not in stored() and b"PK" not in stored()
