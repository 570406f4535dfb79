"""Filters for the templates of messages."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import template

register = template.Library()


@register.filter
def money(value: Any) -> str:
    """Show money of the wire, such as NGN 12,500.00; anything else is empty."""
    try:
        return f"{value['currency']} {Decimal(value['amount']):,.2f}"
    except (TypeError, KeyError, InvalidOperation):
        return ""
