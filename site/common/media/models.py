"""Every picture of the platform, Wagtail's and the catalogue's alike."""

from collections.abc import Iterable
from typing import Any

from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import Q
from wagtail.images.models import AbstractImage, AbstractRendition, get_upload_to
from wagtail.images.models import Image as WagtailImage

from common.media.fields import PictureFileField
from common.media.naming import unguessable

COLOUR = r"^#[0-9a-fA-F]{6}$"
OF_FILE = (
    "sizes", "avif_sizes", "computed_colour",
    "encode_due_at", "encode_tries", "encode_error", "remakes_sizes",
)  # fmt: skip


class Picture(AbstractImage):  # type: ignore[misc]
    """A picture with its focal point, alternative text and the web sizes made by a worker.

    `sizes` are WebP, `avif_sizes` AVIF: `{"name", "src", "width", "height"}`, the widest last. A
    picture with `encode_due_at` waits for a worker, who holds it until then once it has begun;
    one without it and with `encode_error` was given up. With `remakes_sizes` the sizes that there
    are get made anew too.
    """

    file = PictureFileField(
        verbose_name="file", upload_to=get_upload_to, width_field="width", height_field="height"
    )
    dominant_colour = models.CharField(
        max_length=7,
        blank=True,
        validators=[RegexValidator(COLOUR, "Write the colour like #a1b2c3.")],
        help_text="Like #a1b2c3. Leave it empty to have it taken from the picture.",
    )
    computed_colour = models.CharField(max_length=7, blank=True, editable=False)
    sizes = models.JSONField(default=list, editable=False)
    avif_sizes = models.JSONField(default=list, editable=False)
    encode_due_at = models.DateTimeField(null=True, editable=False)
    encode_tries = models.PositiveSmallIntegerField(default=0, editable=False)
    encode_error = models.CharField(max_length=255, blank=True, editable=False)
    remakes_sizes = models.BooleanField(default=False, editable=False)

    admin_form_fields = (*WagtailImage.admin_form_fields, "dominant_colour")

    class Meta(AbstractImage.Meta):
        abstract = False
        indexes = [
            models.Index(
                fields=["encode_due_at", "id"],
                condition=Q(encode_due_at__isnull=False),
                name="picture_waiting",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(dominant_colour="") | Q(dominant_colour__regex=COLOUR),
                name="picture_colour_is_one",
                violation_error_message="Write the colour like #a1b2c3.",
            )
        ]

    @transaction.atomic
    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Save the row together with what its receivers note of a new file or new words."""
        if update_fields is not None and "file" in update_fields:
            update_fields = {*update_fields, *OF_FILE}
        super().save(*args, update_fields=update_fields, **kwargs)

    def get_upload_to(self, filename: str) -> str:
        """Return a path that no other picture has had, so that a name stands for one content."""
        path: str = super().get_upload_to(unguessable(filename))
        return path


class Rendition(AbstractRendition):  # type: ignore[misc]
    """One generated size of an image."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
