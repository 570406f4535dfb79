"""What a checkout costs now: vendor by vendor, never read from the read side."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.conf import settings

from commerce.basket.selectors import baskets
from commerce.checkout.exceptions import (
    AddressRequired,
    BasketEmpty,
    NotSoldAnyMore,
    ShippingRequired,
)
from commerce.checkout.models import Checkout
from commerce.shipping.selectors import methods
from commerce.shipping.selectors.methods import ShippingChoice
from common.utils import money


@dataclass
class Parcel:
    """What one vendor sends: its lines, its ways of sending and the one chosen."""

    vendor: Any
    lines: list[Any] = field(default_factory=list)
    choices: list[ShippingChoice] = field(default_factory=list)
    chosen: ShippingChoice | None = None

    @property
    def items(self) -> Decimal:
        """The lines before discounts."""
        return sum((unit_of(each) * each.quantity for each in self.lines), start=money.ZERO)

    @property
    def discount(self) -> Decimal:
        """What offers took off."""
        return sum((discount_of(each) for each in self.lines), start=money.ZERO)

    @property
    def shipping(self) -> Decimal:
        """The price of the chosen way."""
        return self.chosen.price if self.chosen else money.ZERO

    @property
    def total(self) -> Decimal:
        """What the shopper pays for this parcel."""
        return self.items - self.discount + self.shipping

    @property
    def tax(self) -> Decimal:
        """The tax inside the total."""
        return money.tax_within(self.total, settings.SHOP_TAX_RATE)


@dataclass(frozen=True)
class Quote:
    """A priced basket and its parcels, by vendor."""

    basket: Any
    parcels: list[Parcel]

    def sum(self, name: str) -> Decimal:
        """Return the sum of `items`, `discount`, `shipping`, `tax` or `total`."""
        return sum((getattr(each, name) for each in self.parcels), start=money.ZERO)

    def require_complete(self, checkout: Checkout) -> None:
        """Return when all is there that an order needs.

        :raises BasketEmpty: without lines.
        :raises NotSoldAnyMore: with a line that has no price or is withdrawn.
        :raises AddressRequired: without an address.
        :raises ShippingRequired: when a parcel has no way of sending.
        """
        if not self.parcels:
            raise BasketEmpty
        for parcel in self.parcels:
            for line in parcel.lines:
                if not line.purchase_info.price.exists:
                    sku = line.stockrecord.sku
                    raise NotSoldAnyMore(f"{sku} is no longer sold.", extra={"sku": sku})
        if not checkout.shipping_address:
            raise AddressRequired
        missing = [each.vendor.slug for each in self.parcels if each.chosen is None]
        if missing:
            raise ShippingRequired(extra={"vendors": missing})


def quote(*, checkout: Checkout, user: Any) -> Quote:
    """Return what the checkout's basket costs now, with the chosen ways of sending."""
    basket = baskets.priced(basket=checkout.basket, user=user, email=checkout.email)
    parcels: dict[int, Parcel] = {}
    for line in basket.all_lines():
        vendor = vendor_of(line)
        parcels.setdefault(vendor.pk, Parcel(vendor)).lines.append(line)
    found = methods.choices(
        subtotals={key: each.items - each.discount for key, each in parcels.items()},
        country=(checkout.shipping_address or {}).get("country"),
        currency=basket.currency,
    )
    for key, parcel in parcels.items():
        parcel.choices = found[key]
        code = checkout.shipping.get(parcel.vendor.slug)
        parcel.chosen = next((each for each in parcel.choices if each.code == code), None)
    return Quote(basket, [parcels[key] for key in sorted(parcels)])


def vendor_of(line: Any) -> Any:
    """Return the vendor of a basket line."""
    product = line.product
    return (product.parent if product.is_child else product).vendor


def unit_of(line: Any) -> Decimal:
    """Return the price of one piece, tax included; zero where it has none."""
    price = line.purchase_info.price
    return price.incl_tax if price.exists else money.ZERO


def discount_of(line: Any) -> Decimal:
    """Return what offers took off the line."""
    if not line.purchase_info.price.exists:
        return money.ZERO
    return money.rounded(Decimal(line.discounts.total))
