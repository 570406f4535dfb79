"""The form behind every upload of a picture in the admin and in Wagtail's API."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import FileField
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from common.media import uploads
from common.media.exceptions import PictureRefused
from common.media.naming import PUBLIC

DESCRIBED = (
    "For who cannot see it, unless a page says it otherwise: “A woman in a blue agbada”. Leave it "
    "empty only for what decorates."
)
FOCAL = ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")


class PictureField(WagtailImageField):  # type: ignore[misc]
    """Wagtail's field, but judged by the header first, and without what the camera wrote.

    Wagtail's own decodes the whole picture to learn its size.
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
        except PictureRefused as refusal:
            raise ValidationError(refusal.detail, code=refusal.code) from None
        return super().to_python(uploads.Plain(file.name, plain, file.content_type))


class PictureForm(BaseImageForm):  # type: ignore[misc]
    """Wagtail's form with our field; workers make the web sizes, receivers tell them to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if described := self.fields.get("description"):
            described.label, described.help_text = "What it shows", DESCRIBED
            self.order_fields(["title", "description"])
        # Wagtail would delete the old file before anybody knows of the new one.
        self.original_file = None
        if plain := self.fields.get("file"):
            ours = PictureField(label=plain.label, required=plain.required, widget=plain.widget)
            ours.help_text = f"{PUBLIC} {ours.help_text}"
            self.fields["file"] = ours

    def clean(self) -> dict[str, Any] | None:
        """Forget the focal point of the old file unless one was set for the new."""
        found: dict[str, Any] | None = super().clean()
        is_replaced = bool(self.instance.pk) and "file" in self.changed_data
        if found is not None and is_replaced and not set(FOCAL) & set(self.changed_data):
            found |= dict.fromkeys(FOCAL)
        return found
