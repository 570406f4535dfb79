"""The shop: Oscar's settings that we keep, and ours."""

from decimal import Decimal

from oscar.defaults import *  # noqa: F403

from fashionistar.settings.env import env
from fashionistar.settings.parts.mail import DEFAULT_FROM_EMAIL

OSCAR_SHOP_NAME = "Fashionistar"
OSCAR_DEFAULT_CURRENCY = "NGN"
OSCAR_HOMEPAGE = "/"
OSCAR_ALLOW_ANON_CHECKOUT = True
OSCAR_MAX_BASKET_QUANTITY_THRESHOLD = None
OSCAR_OFFERS_INCL_TAX = True
OSCAR_FROM_EMAIL = DEFAULT_FROM_EMAIL
OSCAR_SEND_REGISTRATION_EMAIL = False
OSCAR_EAGER_ALERTS = False
OSCAR_DASHBOARD_NAVIGATION: list[dict[str, object]] = []
OSCAR_ACCOUNTS_REDIRECT_URL = "/"
HAYSTACK_CONNECTIONS = {"default": {"ENGINE": "haystack.backends.simple_backend.SimpleEngine"}}

SHOP_CURRENCIES = ("NGN", "USD", "GBP")
SHOP_LOCALES = ("en", "fr")
SHOP_COUNTRIES = ("NG", "GH", "KE", "ZA", "GB", "US", "CA", "FR", "DE")
SHOP_PRICES_INCLUDE_TAX = True
SHOP_TAX_RATE = Decimal("0.075")
SHOP_RESERVATION_MINUTES = 15
SHOP_DEFAULT_COMMISSION_RATE = Decimal("0.1500")
SHOP_URL = env.str("SHOP_URL", default=f"http://127.0.0.1:{env.int('PORT', default=8000)}")
