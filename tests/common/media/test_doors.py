"""Every door a picture may come by leads past the same rule."""

import io
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from wagtail.actions import action_registry
from wagtail.images.api.v3 import router as v3
from wagtail.images.api.v3.form_data import build_image_form
from wagtail.models import Collection, UploadedFile
from wagtail.utils.forms import FormValidationError

from common.media.exceptions import PictureRefused
from common.media.models import Picture
from common.outbox.models import OutboxEvent
from tests.common.media.pixels import bomb, picture, with_exif
from tests.factories import make_user

pytestmark = pytest.mark.django_db
MANY = "/admin/images/multiple/add/"
CHOOSER = "/admin/images/chooser/create/"
PAGE = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
BAD = {"page.jpg": PAGE, "drawing.svg": SVG, "bomb.png": bomb(), "cut.jpg": picture(900, 600)[:999]}


@pytest.fixture
def admin() -> Client:
    client = Client()
    client.force_login(make_user(is_staff=True, is_superuser=True))
    return client


def many(admin: Client, name: str, data: bytes, title: str = "x") -> Any:
    return admin.post(
        MANY,
        {"title": title, "files[]": SimpleUploadedFile(name, data)},
        HTTP_X_REQUESTED_WITH="XMLHttpRequest",
    ).json()


def choose(admin: Client, name: str, data: bytes) -> Any:
    file = SimpleUploadedFile(name, data)
    root = Collection.get_first_root_node().pk
    said = {"image-chooser-upload-title": "x", "image-chooser-upload-collection": root}
    return admin.post(CHOOSER, said | {"image-chooser-upload-file": file}).json()


def authored(name: str, data: bytes) -> Any:
    """Create a picture as the route of Wagtail's API for authors does."""
    said = v3.ImageCreateSchema(title="x", collection_id=Collection.get_first_root_node().pk)
    user = make_user(is_staff=True, is_superuser=True)
    form = build_image_form(Picture, said, SimpleUploadedFile(name, data), user)  # type: ignore[arg-type]
    action = action_registry.get_action_class(Picture, "create")
    return action(form.instance, user=user, form=form).execute()


def is_bare(name: str) -> bool:
    with default_storage.open(name) as file:
        data = file.read()
    found = Image.open(io.BytesIO(data))
    return not found.getexif() and b"Secret" not in data and found.size == (600, 900)


def assert_kept_bare() -> None:
    kept = Picture.objects.get()
    assert is_bare(kept.file.name)
    assert (kept.width, kept.height, kept.sizes) == (600, 900, [])
    assert OutboxEvent.objects.get(type="picture.uploaded").payload == {"picture_id": kept.pk}


def test_the_upload_of_many(admin: Client) -> None:
    assert many(admin, "dress.jpg", with_exif(900, 600))["success"]
    assert_kept_bare()


def test_the_chooser(admin: Client) -> None:
    assert choose(admin, "dress.jpg", with_exif(900, 600))["step"] == "chosen"
    assert_kept_bare()


def test_the_api_for_authors() -> None:
    authored("dress.jpg", with_exif(900, 600))
    assert_kept_bare()


def test_a_picture_set_aside_by_the_upload_of_many(admin: Client) -> None:
    assert many(admin, "dress.jpg", with_exif(900, 600), title="x" * 300)["success"]
    aside = UploadedFile.objects.get()
    assert not Picture.objects.exists() and is_bare(aside.file.name)
    prefix, root = f"uploaded-image-{aside.pk}", Collection.get_first_root_node().pk
    said = {f"{prefix}-title": "A dress", f"{prefix}-collection": root}
    at = f"/admin/images/multiple/create_from_uploaded_image/{aside.pk}/"
    assert admin.post(at, said, HTTP_X_REQUESTED_WITH="XMLHttpRequest").json()["success"]
    assert_kept_bare()


def test_the_model_itself() -> None:
    Picture.objects.create(title="x", file=ContentFile(with_exif(900, 600), name="x.html"))
    assert_kept_bare()
    assert Picture.objects.get().file.name.endswith(".jpg")


@pytest.mark.parametrize("name", BAD)
def test_no_door_lets_in_what_is_no_picture(admin: Client, name: str) -> None:
    assert not many(admin, name, BAD[name])["success"]
    assert choose(admin, name, BAD[name])["step"] == "reshow_creation_form"
    with pytest.raises(FormValidationError):
        authored(name, BAD[name])
    row = Picture(title="x", width=1, height=1)
    with pytest.raises(PictureRefused):
        row.file.save(name, ContentFile(BAD[name]))
    with pytest.raises(PictureRefused):
        Picture.objects.create(title="x", file=ContentFile(BAD[name], name=name))
    assert not Picture.objects.exists()
    assert not OutboxEvent.objects.filter(type="picture.uploaded").exists()
