"""Wagtail's libraries of images and documents are public: nothing private is kept in them.

Whoever knows the address of a file in the media store gets it, so that what only some may see
(photographs of a body, papers of a vendor, exports) needs a storage of its own that no address
leads to. A model listed here was put here on purpose, after asking whether strangers may see it.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.db.models import FileField, Model
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.models import Page

from common.media.fields import PictureFileField
from common.media.forms import PictureField, PictureForm

LIBRARIES = {get_image_model(), get_document_model()}
SHOWN_TO_EVERYBODY = {
    "catalogue.Category.image",
    "catalogue.Collection.image",
    "catalogue.ProductImage.image",
    "cms_navigation.SiteSettings.picture",
    "media.Rendition.image",
    "partner.Partner.logo",
}
PUBLIC_FILES = {
    "catalogue.ProductAttributeValue.value_file",
    "catalogue.ProductAttributeValue.value_image",
    "media.Picture.file",
    "media.Rendition.file",
    "wagtailcore.UploadedFile.file",
    "wagtaildocs.Document.file",
    "wagtailimages.Image.file",
    "wagtailimages.Rendition.file",
    "wagtailusers.UserProfile.avatar",
}


def _fields() -> Iterator[tuple[type[Model], Any]]:
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields(include_hidden=True):
            if field.concrete:
                yield model, field


def test_only_what_everybody_may_see_points_into_the_libraries() -> None:
    # Pages are there to be published.
    found = {
        f"{model._meta.label}.{field.name}"
        for model, field in _fields()
        if field.is_relation and field.related_model in LIBRARIES and not issubclass(model, Page)
    }
    assert found == SHOWN_TO_EVERYBODY


def test_only_what_everybody_may_see_lies_in_the_public_media_store() -> None:
    found = {
        f"{model._meta.label}.{field.name}"
        for model, field in _fields()
        if isinstance(field, FileField) and field.storage == default_storage
    }
    assert found == PUBLIC_FILES


@pytest.mark.django_db
def test_every_form_and_every_file_of_a_picture_is_ours() -> None:
    form = get_image_form(get_image_model())
    assert issubclass(form, PictureForm)
    assert isinstance(form().fields["file"], PictureField)
    assert isinstance(get_image_model()._meta.get_field("file"), PictureFileField)


def test_drawings_that_run_scripts_are_no_pictures(settings: Any) -> None:
    assert set(settings.WAGTAILIMAGES_EXTENSIONS) == {"avif", "gif", "jpg", "jpeg", "png", "webp"}
