"""Every picture of the platform, Wagtail's and the catalogue's alike."""

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage


class Picture(AbstractImage):  # type: ignore[misc]
    """A picture with its focal point, alternative text and the web sizes made by a worker."""

    dominant_colour = models.CharField(max_length=7, blank=True)
    sizes = models.JSONField(default=list, editable=False)

    admin_form_fields = (*WagtailImage.admin_form_fields, "dominant_colour")


class Rendition(AbstractRendition):  # type: ignore[misc]
    """One generated size of an image."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
