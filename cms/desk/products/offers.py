"""What the products of one page of the list cost, how many are left, and how they look."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from commerce.catalogue.models import ProductImage
from commerce.partner.models import Price, StockRecord
from common.utils import money


@dataclass
class Offer:
    """The first picture, the prices in the shop's own currency and the pieces left."""

    picture: Any = None
    amounts: list[Decimal] = field(default_factory=list)
    left: int = 0
    is_counted: bool = True

    @property
    def price(self) -> str:
        """The price, or from which to which."""
        if not self.amounts:
            return "No price"
        ends = dict.fromkeys((min(self.amounts), max(self.amounts)))
        return " – ".join(money.shown(each, settings.OSCAR_DEFAULT_CURRENCY) for each in ends)

    @property
    def stock(self) -> str:
        """How many are left."""
        return str(self.left) if self.is_counted else "Not counted"


def offers_of(products: Sequence[Any]) -> dict[int, Offer]:
    """Return the offers by the key of the product, in three statements."""
    found = {each.pk: Offer() for each in products}
    owner = Coalesce("product__parent_id", "product_id")
    mine = Q(product__in=found) | Q(product__parent__in=found, product__is_public=True)
    records = StockRecord.objects.filter(mine).annotate(owner=owner)
    for record in records:
        offer = found[record.owner]  # type: ignore[attr-defined]
        offer.left += max(0, record.net_stock_level)
        offer.is_counted = offer.is_counted and record.is_tracked
    prices = Price.objects.filter(
        stockrecord__in=records.values("pk"), currency=settings.OSCAR_DEFAULT_CURRENCY
    ).annotate(owner=Coalesce(F("stockrecord__product__parent_id"), F("stockrecord__product_id")))
    for price in prices:
        found[price.owner].amounts.append(price.amount)
    _add_pictures(found)
    return found


def _add_pictures(found: dict[int, Offer]) -> None:
    rows = ProductImage.objects.filter(product__in=found, image__isnull=False)
    rows = rows.select_related("image").prefetch_related("image__renditions")
    first: dict[int, Any] = defaultdict(lambda: None)
    for row in rows.order_by("-display_order", "-pk"):
        first[row.product_id] = row.image
    for key, offer in found.items():
        offer.picture = first[key]
