"""What is left of a variant, and the rule that nobody sells more."""

import pghistory
from django.db import models
from django.db.models import F, Q
from oscar.apps.partner.abstract_models import AbstractStockRecord


@pghistory.track(
    pghistory.UpdateEvent(condition=pghistory.AnyChange("num_in_stock", "is_tracked")),
    fields=["id", "num_in_stock", "num_allocated", "num_reserved", "is_tracked"],
)
class StockRecord(AbstractStockRecord):  # type: ignore[misc]
    """The stock of one variant; `sku` is public and unique, `partner_sku` the vendor's own.

    Pieces are in stock, of these some are allocated to open orders and some reserved by
    shoppers who are paying. Prices stand in `Price`, a row a currency.
    """

    sku = models.CharField(max_length=128, unique=True)
    price = None
    price_currency = None
    num_in_stock = models.PositiveIntegerField(default=0)
    num_allocated = models.PositiveIntegerField(default=0)
    num_reserved = models.PositiveIntegerField(default=0)
    is_tracked = models.BooleanField(default=True)
    allow_backorder = models.BooleanField(default=False)

    class Meta(AbstractStockRecord.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(fields=["product"], name="stock_one_record_per_variant"),
            models.CheckConstraint(
                condition=Q(is_tracked=False)
                | Q(allow_backorder=True)
                | Q(num_in_stock__gte=F("num_allocated") + F("num_reserved")),
                name="stock_never_oversold",
            ),
        ]

    @property
    def net_stock_level(self) -> int:
        """Return how many pieces are neither allocated nor reserved."""
        return self.num_in_stock - self.num_allocated - self.num_reserved
