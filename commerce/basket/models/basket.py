"""What a shopper means to buy."""

from django.db import models
from django.db.models import Q
from oscar.apps.basket.abstract_models import AbstractBasket

from common.fields import PublicIdField


class Basket(AbstractBasket):  # type: ignore[misc]
    """Oscar's basket with a public id, one currency, a version, and a token for guests."""

    public_id = PublicIdField(prefix="bsk")
    token_hash = models.CharField(max_length=64, blank=True)
    currency = models.CharField(max_length=3, default="NGN")
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta(AbstractBasket.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(
                fields=["owner"],
                condition=Q(status="Open", owner__isnull=False),
                name="basket_one_open_per_shopper",
            )
        ]
