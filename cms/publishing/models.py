"""What was last told of each page."""

from django.db import models

GONE = ""
"""The version of a page that nobody sees any more: what else is told of it is where it was last."""


class PagePresence(models.Model):
    """A page as the world was last told of it; pages that nobody ever saw have no row.

    `page_id` is no foreign key: a page that is gone must still be told of.
    """

    page_id = models.PositiveIntegerField(unique=True)
    page_type = models.CharField(max_length=20)
    translation_key = models.UUIDField()
    locale = models.CharField(max_length=12)
    path = models.TextField()
    version = models.CharField(max_length=64, help_text="The revision that is live")

    def __str__(self) -> str:
        return f"{self.locale} {self.path}"
