"""The words of the catalogue, so that a mistyped one finds its neighbour on any PostgreSQL."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class SearchWord(models.Model):
    """A word that stands in some product, with its trigrams."""

    locale = models.CharField(max_length=12)
    word = models.CharField(max_length=64)
    trigrams = ArrayField(models.CharField(max_length=3), default=list)
    weight = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["locale", "word"], name="search_word_once")]
        indexes = [GinIndex(fields=["trigrams"], name="search_word_trigrams")]

    def __str__(self) -> str:
        return self.word
