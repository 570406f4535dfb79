"""The form behind every upload of a picture in the admin."""

import secrets
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import FileField
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from common.media import making, uploads
from common.media.exceptions import PictureRefused
from common.media.services import library


class PictureField(WagtailImageField):  # type: ignore[misc]
    """Wagtail's field, but judged by the header first, and without what the camera wrote.

    Wagtail's own decodes the whole picture to learn its size. The file has its web sizes as `made`.
    """

    def to_python(self, data: Any) -> Any:
        """Return the file encoded anew."""
        file: Any = FileField.to_python(self, data)
        if file is None:
            return None
        self.check_image_file_size(file)
        file.seek(0)
        try:
            plain = uploads.plain(file.read())
            made = making.make(plain)
        except PictureRefused as refusal:
            raise ValidationError(refusal.detail, code=refusal.code) from None
        found = super().to_python(SimpleUploadedFile(file.name, plain, file.content_type))
        found.made = made
        return found


class PictureForm(BaseImageForm):  # type: ignore[misc]
    """Wagtail's form with our field; the web sizes come with the file."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if plain := self.fields.get("file"):
            self.fields["file"] = PictureField(
                label=plain.label, required=plain.required, widget=plain.widget
            )

    def save(self, commit: bool = True) -> Any:
        """Save the picture; the web sizes of a new file take the place of the old ones'."""
        made = getattr(self.cleaned_data.get("file"), "made", None)
        if made is not None:
            name = secrets.token_hex(12)
            self.instance.sizes = library.write_sizes(self.instance, made.sizes, name=name)
            self.instance.dominant_colour = self.instance.dominant_colour or made.colour
        return super().save(commit=commit)
