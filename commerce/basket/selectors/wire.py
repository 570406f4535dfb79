"""A basket as it goes over the wire."""

from decimal import Decimal
from typing import Any

from commerce.basket.models import Basket
from commerce.basket.selectors import baskets
from commerce.partner.strategy import is_sold
from common.utils import money
from common.utils.text import in_words, plain


def as_data(
    *,
    basket: Basket,
    user: Any = None,
    token: str | None = None,
    capped: frozenset[int] = frozenset(),
) -> dict[str, Any]:
    """Return the whole basket, priced now; `token` is shown only when it is new."""
    baskets.priced(basket=basket, user=user)
    lines = [_Line(each, basket.currency, each.pk in capped) for each in basket.all_lines()]
    subtotal = sum((each.price for each in lines), start=money.ZERO)
    discount = sum((each.discount for each in lines), start=money.ZERO)
    found = {
        "id": basket.public_id,
        "version": basket.version,
        "status": basket.status.lower(),
        "currency": basket.currency,
        "lines": [each.as_data() for each in lines],
        "groups": _groups(lines, basket.currency),
        "vouchers": _vouchers(basket),
        "offers": _offers(basket),
        "subtotal": money.wire(subtotal, basket.currency),
        "discount": money.wire(discount, basket.currency),
        "total": money.wire(subtotal - discount, basket.currency),
    }
    return found if token is None else {**found, "token": token}


class _Line:
    def __init__(self, line: Any, currency: str, is_capped: bool) -> None:
        self.line, self.currency, self.is_capped = line, currency, is_capped
        self.info = line.purchase_info
        self.unit = self.info.price.incl_tax if self.info.price.exists else None
        self.price: Decimal = self.unit * line.quantity if self.unit is not None else money.ZERO
        self.discount: Decimal = (
            money.rounded(Decimal(line.discounts.total)) if self.unit else money.ZERO
        )
        product = line.product
        self.canonical = product.parent if product.is_child else product

    def as_data(self) -> dict[str, Any]:
        """Return the line."""
        vendor = self.canonical.vendor
        return {
            "id": self.line.public_id,
            "sku": self.line.stockrecord.sku,
            "product": self.canonical.slug,
            "title": plain(self.canonical.title),
            "options": in_words(self.line.product.variant_options or {}),
            "vendor": {"slug": vendor.slug, "name": plain(vendor.name)},
            "quantity": self.line.quantity,
            "unit_price": money.wire(self.unit or money.ZERO, self.currency),
            "line_price": money.wire(self.price, self.currency),
            "discount": money.wire(self.discount, self.currency),
            "availability": self.info.availability.code,
            "customisations": self.line.customisations,
            "price_explanation": [],
            "warnings": self.warnings(),
        }

    def warnings(self) -> list[dict[str, str]]:
        """Return what the shopper should know before paying."""
        found = []
        if self.unit is None or not is_sold(self.line.product):
            found.append({"code": "not_sold", "detail": "This is no longer sold: remove it."})
        elif not self.info.availability.is_purchase_permitted(self.line.quantity)[0]:
            left = self.info.availability.num_available or 0
            found.append({"code": "insufficient_stock", "detail": f"Only {left} are left."})
        if self.is_capped:
            found.append({"code": "quantity_reduced", "detail": "Cut down to what is left."})
        was = self.line.price_incl_tax
        if self.unit is not None and was is not None and was != self.unit:
            said = f"The price was {was} when you added it."
            found.append({"code": "price_changed", "detail": said})
        return found


def _groups(lines: list[_Line], currency: str) -> list[dict[str, Any]]:
    found: dict[int, list[_Line]] = {}
    for each in lines:
        found.setdefault(each.canonical.vendor_id, []).append(each)
    return [
        {
            "vendor": each[0].as_data()["vendor"],
            "lines": [one.line.public_id for one in each],
            "subtotal": money.wire(sum((one.price for one in each), start=money.ZERO), currency),
        }
        for each in found.values()
    ]


def _vouchers(basket: Any) -> list[dict[str, Any]]:
    taken = _taken(basket, "voucher")
    return [
        {
            "code": each.code,
            "name": plain(each.name),
            "discount": money.wire(taken.get(each.pk, money.ZERO), basket.currency),
        }
        for each in basket.vouchers.order_by("pk")
    ]


def _offers(basket: Any) -> list[dict[str, Any]]:
    return [
        {
            "name": plain(each["offer"].name),
            "discount": money.wire(each["discount"], basket.currency),
        }
        for each in basket.offer_applications
        if each["voucher"] is None and each["discount"]
    ]


def _taken(basket: Any, what: str) -> dict[int, Decimal]:
    found: dict[int, Decimal] = {}
    for each in basket.offer_applications:
        if each[what] is not None:
            found[each[what].pk] = found.get(each[what].pk, money.ZERO) + each["discount"]
    return found
