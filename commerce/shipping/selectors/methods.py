"""How a vendor's parcel may travel to a country, and for how much."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db.models import Prefetch
from django.utils.translation import gettext as _

from commerce.shipping.models import VendorShippingMethod, VendorShippingRate


@dataclass(frozen=True)
class ShippingChoice:
    """A way to send one vendor's parcel; the price is tax-inclusive."""

    code: str
    name: str
    price: Decimal
    estimate: str


def choices(
    *, subtotals: Mapping[int, Decimal], country: str | None, currency: str
) -> dict[int, list[ShippingChoice]]:
    """Return the ways for each vendor's parcel, by vendor id, best first.

    `subtotals` are the values of the parcels by vendor id. A vendor without methods sends at the
    platform's rate; one whose methods leave the country out gets an empty list. Without a country
    all its methods are listed.
    """
    offered: dict[int, list[Any]] = {vendor_id: [] for vendor_id in subtotals}
    for method in _active(subtotals):
        offered[method.vendor_id].append(method)
    return {
        vendor_id: _for_parcel(methods, subtotals[vendor_id], country, currency)
        for vendor_id, methods in offered.items()
    }


def _active(vendor_ids: Iterable[int]) -> Iterable[VendorShippingMethod]:
    rates = Prefetch("rates", queryset=VendorShippingRate.objects.all())
    return VendorShippingMethod.objects.filter(
        vendor__in=list(vendor_ids), is_active=True
    ).prefetch_related(rates)


def _for_parcel(
    methods: list[Any], subtotal: Decimal, country: str | None, currency: str
) -> list[ShippingChoice]:
    if not methods:
        return [_of_platform(currency)]
    serving = [each for each in methods if _serves(each, country)]
    priced = [
        (method, rate)
        for method in serving
        for rate in method.rates.all()
        if rate.currency == currency
    ]
    if serving and not priced:
        return [_of_platform(currency)]
    return [_of_vendor(method, rate, subtotal) for method, rate in priced]


def _serves(method: Any, country: str | None) -> bool:
    return country is None or not method.countries or country in method.countries


def _of_vendor(method: Any, rate: VendorShippingRate, subtotal: Decimal) -> ShippingChoice:
    is_free = rate.free_from is not None and subtotal >= rate.free_from
    return ShippingChoice(
        code=method.code,
        name=method.name,
        price=Decimal("0.00") if is_free else rate.amount,
        estimate=_estimate(method.min_days, method.max_days),
    )


def _of_platform(currency: str) -> ShippingChoice:
    default = settings.SHOP_DEFAULT_SHIPPING
    return ShippingChoice(
        code=default["code"],
        name=str(default["name"]),
        price=default["amounts"][currency],
        estimate=_estimate(default["min_days"], default["max_days"]),
    )


def _estimate(low: int, high: int) -> str:
    if low == high:
        return _("%(days)d days") % {"days": low}
    return _("%(low)d to %(high)d days") % {"low": low, "high": high}
