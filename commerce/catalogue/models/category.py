"""A place in the tree of the catalogue."""

from django.db import models
from oscar.apps.catalogue.abstract_models import AbstractCategory


class Category(AbstractCategory):  # type: ignore[misc]
    """Oscar's category, found by one slug that no other category has."""

    slug = models.SlugField(max_length=255, unique=True)
    image = models.ForeignKey(
        "media.Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta(AbstractCategory.Meta):
        abstract = False
