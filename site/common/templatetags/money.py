"""Amounts on our pages."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import template

from common.utils.money import shown

register = template.Library()


@register.filter
def money(amount: Any, currency: str = "") -> str:
    """Show an amount as ₦35,000; money of the wire names its own currency, no amount is empty."""
    try:
        if isinstance(amount, dict):
            return shown(Decimal(amount["amount"]), amount["currency"])
        return shown(Decimal(amount), currency)
    except (TypeError, KeyError, InvalidOperation):
        return ""
