"""One variant in a basket."""

from django.db import models
from oscar.apps.basket.abstract_models import AbstractLine

from common.fields import MoneyField, PublicIdField


class Line(AbstractLine):  # type: ignore[misc]
    """Oscar's line with a public id and the shopper's customisations."""

    public_id = PublicIdField(prefix="lin")
    customisations = models.JSONField(default=dict, blank=True)
    measurement_set = models.CharField(max_length=32, blank=True)
    price_excl_tax = MoneyField(null=True)
    price_incl_tax = MoneyField(null=True)

    class Meta(AbstractLine.Meta):
        abstract = False
