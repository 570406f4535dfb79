"""What the desk's templates write amounts, states and acts with."""

from decimal import Decimal
from typing import Any

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from cms.desk.tables import GOOD, in_words
from commerce.catalogue.services import descriptions
from common.utils.money import shown

register = template.Library()


@register.filter
def money(amount: Decimal | None, currency: str) -> str:
    """Return an amount as people read it: ₦35,000."""
    return "—" if amount is None else shown(amount, currency)


@register.filter
def wired(amount: dict[str, str]) -> str:
    """Return an amount that comes from the API."""
    return money(Decimal(amount["amount"]), amount["currency"])


@register.filter
def here(addresses: str) -> str:
    """Return addresses of the shop as those of the server that is asked."""
    return addresses.replace(f"{settings.SHOP_URL.rstrip('/')}/", "/")


@register.filter
def state(status: str | None) -> Any:
    """Return a status as a tag, the good ones in colour."""
    kind = "w-status w-status--primary" if status in GOOD else "w-status"
    return format_html('<span class="{}">{}</span>', kind, in_words(status))


@register.filter
def described(html: str | None) -> SafeString:
    """Return a description as shoppers get it, whoever wrote it."""
    return mark_safe(descriptions.cleaned(html or ""))


@register.filter
def words(status: str | None) -> str:
    """Return a status in words."""
    return in_words(status)


@register.filter
def pairs(found: dict[str, Any] | None) -> list[tuple[str, Any]]:
    """Return the pairs of a mapping, whatever its keys are called."""
    return list((found or {}).items())


@register.filter
def at(found: dict[str, Any] | None, name: str) -> Any:
    """Return what a mapping holds under a name."""
    return (found or {}).get(name)


@register.filter
def said(value: Any) -> str:
    """Return a value of the audit log for people to read."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {said(each)}" for name, each in value.items() if each)
    if isinstance(value, list):
        return "; ".join(said(each) for each in value) or "—"
    return "—" if value in (None, "") else str(value)
