"""The parameters that catalogue operations share."""

from typing import Any

from django.conf import settings

from common.apis.operations import Choice, Parameter

LOCALE = Choice(name="locale", choices=lambda: settings.SHOP_LOCALES)
CURRENCY = Choice(name="currency", choices=lambda: settings.SHOP_CURRENCIES)
WHERE: tuple[Parameter, ...] = (LOCALE, CURRENCY)


def locale_of(values: Any) -> str:
    """Return the locale asked for, the shop's own without one."""
    return str(values.get("locale") or settings.LANGUAGE_CODE)


def currency_of(values: Any) -> str:
    """Return the currency asked for, the shop's own without one."""
    return str(values.get("currency") or settings.OSCAR_DEFAULT_CURRENCY)
