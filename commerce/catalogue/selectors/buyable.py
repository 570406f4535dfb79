"""What shoppers can buy at a moment, in SQL: the same as `commerce.partner.strategy` decides."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from commerce.catalogue.models import Product
from commerce.partner.models import Partner, Price, StockRecord


def current_prices(*, at: datetime) -> QuerySet[Price]:
    """Return the prices in the shop's own currency that are valid then."""
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=at)
    lasts = Q(valid_until__isnull=True) | Q(valid_until__gt=at)
    return Price.objects.filter(begun, lasts, currency=settings.OSCAR_DEFAULT_CURRENCY)


def buyable_pieces(*, at: datetime) -> QuerySet[Product]:
    """Return the variants, and the products without any, that a shopper can put into a basket."""
    left = Q(num_in_stock__gt=F("num_allocated") + F("num_reserved"))
    records = StockRecord.objects.filter(
        Q(is_tracked=False) | Q(allow_backorder=True) | left,
        Exists(current_prices(at=at).filter(stockrecord=OuterRef("pk"))),
        product=OuterRef("pk"),
    )
    sold = Q(structure="standalone", **_sold("")) | Q(structure="child", **_sold("parent__"))
    shown = Product.objects.filter(sold, Exists(records), is_public=True)
    return shown.exclude(status=Product.Status.ARCHIVED)


def buyable_products(*, at: datetime) -> QuerySet[Product]:
    """Return the products of which a shopper can buy at least one variant."""
    owners = buyable_pieces(at=at).annotate(owner=Coalesce("parent_id", "pk")).values("owner")
    return Product.objects.canonical().filter(pk__in=owners)


def _sold(path: str) -> dict[str, Any]:
    return {
        f"{path}is_public": True,
        f"{path}status": Product.Status.APPROVED,
        f"{path}vendor__status": Partner.Status.APPROVED,
        f"{path}vendor__is_open": True,
    }
