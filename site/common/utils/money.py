"""Amounts: Decimal with a currency, rounded half up to two places."""

from decimal import ROUND_HALF_UP, Decimal
from typing import TypedDict

CENT = Decimal("0.01")
ZERO = Decimal("0.00")
SIGNS = {"NGN": "₦", "USD": "$", "GBP": "£", "EUR": "€"}


class MoneyDict(TypedDict):
    """Money on the wire."""

    amount: str
    currency: str


def rounded(amount: Decimal) -> Decimal:
    """Return the amount with two places, half up."""
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def wire(amount: Decimal, currency: str) -> MoneyDict:
    """Return the amount as it goes over the wire."""
    return {"amount": f"{rounded(amount):.2f}", "currency": currency}


def shown(amount: Decimal, currency: str) -> str:
    """Return the amount as people read it: ₦35,000, −₦1,250.50, GHS 80."""
    value = abs(rounded(amount))
    digits = f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"
    return f"{'−' if amount < 0 else ''}{SIGNS.get(currency, f'{currency} ')}{digits}"


def tax_within(gross: Decimal, rate: Decimal) -> Decimal:
    """Return the tax contained in a tax-inclusive amount at `rate` (0.075 is 7.5 %)."""
    return rounded(gross - gross / (1 + rate))


def spread(total: Decimal, weights: list[Decimal]) -> list[Decimal]:
    """Split `total` in proportion to `weights`, to the cent, so that the parts sum to it.

    Largest remainder method; all weights zero puts everything on the first part.
    """
    if not weights:
        return []
    whole = sum(weights)
    if whole == 0:
        return [total, *[ZERO] * (len(weights) - 1)]
    cents = int(rounded(total) * 100)
    exact = [cents * weight / whole for weight in weights]
    parts = [int(each) for each in exact]
    order = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], i))
    for index in order[: cents - sum(parts)]:
        parts[index] += 1
    return [Decimal(part) / 100 for part in parts]
