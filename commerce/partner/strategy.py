"""Which price and availability a shopper gets."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils import timezone
from oscar.apps.partner import strategy
from oscar.core.loading import get_class

from common.utils import money

Available = get_class("partner.availability", "Available")
StockRequired = get_class("partner.availability", "StockRequired")
Unavailable = get_class("partner.availability", "Unavailable")
NoPrice = get_class("partner.prices", "Unavailable")
TaxInclusiveFixedPrice = get_class("partner.prices", "TaxInclusiveFixedPrice")


class Selector(strategy.Selector):  # type: ignore[misc]
    """Picks the strategy of a shopper."""

    def strategy(
        self,
        request: Any = None,
        user: Any = None,
        currency: str = "",
        at: datetime | None = None,
        **kwargs: Any,
    ) -> "Default":
        """Return the strategy that sells in `currency`, the shop's own when none is named."""
        return Default(
            user=user, currency=currency or settings.OSCAR_DEFAULT_CURRENCY, at=at or timezone.now()
        )


class Default(strategy.UseFirstStockRecord, strategy.Structured):  # type: ignore[misc]
    """Sells at the tax-inclusive price valid in one currency, while product and vendor trade.

    Runs without queries on a product loaded with its parent, vendor, stock records and prices.
    """

    def __init__(self, *, user: Any = None, currency: str, at: datetime) -> None:
        super().__init__()
        self.user = user
        self.currency = currency
        self.at = at

    def fetch_for_line(self, line: Any, stockrecord: Any = None) -> Any:
        """Return price and availability of a basket line."""
        return self.fetch_for_product(line.product, stockrecord or line.stockrecord)

    def pricing_policy(self, product: Any, stockrecord: Any) -> Any:
        """Return the price valid now, or none for what is not sold."""
        row = self._price_row(stockrecord) if stockrecord and is_sold(product) else None
        return _fixed(row.amount, row.currency, row.compare_at_amount) if row else NoPrice()

    def availability_policy(self, product: Any, stockrecord: Any) -> Any:
        """Return whether and how many can be bought."""
        if not stockrecord or not is_sold(product) or not self._price_row(stockrecord):
            return Unavailable()
        if not stockrecord.is_tracked:
            canonical = product.parent if product.is_child else product
            return Available("made_to_order" if canonical.is_made_to_measure else "in_stock")
        if stockrecord.net_stock_level <= 0 and stockrecord.allow_backorder:
            return Available("backorder")
        if stockrecord.allow_backorder:
            return Available()
        return StockRequired(stockrecord.net_stock_level)

    def select_children_stockrecords(self, product: Any) -> list[tuple[Any, Any]]:
        """Return the variants, each with its stock record."""
        return [(child, self.select_stockrecord(child)) for child in product.children.all()]

    def parent_pricing_policy(self, product: Any, children_stock: Any) -> Any:
        """Return the lowest price among the variants."""
        found = [self.pricing_policy(child, record) for child, record in children_stock]
        priced = [price for price in found if price.exists]
        return min(priced, key=lambda price: price.incl_tax) if priced else NoPrice()

    def parent_availability_policy(self, product: Any, children_stock: Any) -> Any:
        """Return the availability of the first variant that can be bought."""
        found = [self.availability_policy(child, record) for child, record in children_stock]
        return next((each for each in found if each.is_available_to_buy), Unavailable())

    def _price_row(self, stockrecord: Any) -> Any:
        for price in stockrecord.prices.all():
            if price.currency == self.currency and _is_valid(price, self.at):
                return price
        return None


def is_sold(product: Any) -> bool:
    """Return whether shoppers may buy the product: approved, public, of a trading vendor."""
    canonical = product.parent if product.is_child else product
    vendor = canonical.vendor
    return bool(
        product.is_public
        and product.status != product.Status.ARCHIVED
        and canonical.is_public
        and canonical.status == canonical.Status.APPROVED
        and vendor.status == vendor.Status.APPROVED
        and vendor.is_open
    )


def _is_valid(price: Any, at: datetime) -> bool:
    starts, ends = price.valid_from, price.valid_until
    return (starts is None or starts <= at) and (ends is None or at < ends)


def _fixed(amount: Decimal, currency: str, compare_at: Decimal | None) -> Any:
    excl_tax = money.rounded(amount / (1 + settings.SHOP_TAX_RATE))
    price = TaxInclusiveFixedPrice(currency=currency, excl_tax=excl_tax, tax=amount - excl_tax)
    price.retail = compare_at
    return price
