"""Production: every secret from the environment, nothing of the demo."""

from django.core.exceptions import ImproperlyConfigured

from fashionistar.settings import dev as _demo
from fashionistar.settings.base import *  # noqa: F403
from fashionistar.settings.env import required

DEBUG = False
DEMO = False
SECRET_KEY = required("SECRET_KEY")
HEADLESS_JWT_PRIVATE_KEY = required("JWT_PRIVATE_KEY").replace("\\n", "\n")
for _name, _value in (("SECRET_KEY", SECRET_KEY), ("JWT_PRIVATE_KEY", HEADLESS_JWT_PRIVATE_KEY)):
    if _value in (_demo.SECRET_KEY, _demo.HEADLESS_JWT_PRIVATE_KEY) or "demo-only" in _value:
        raise ImproperlyConfigured(f"{_name} is the demo's: set a secret of your own.")
    if len(_value) < 50:
        raise ImproperlyConfigured(f"{_name} is too short: use at least 50 random characters.")
if STOCK_GUARD_OFF:  # noqa: F405
    raise ImproperlyConfigured("STOCK_GUARD_OFF is for tests: production never oversells.")
if PAGE_TREE_GUARD_OFF:  # noqa: F405
    raise ImproperlyConfigured("PAGE_TREE_GUARD_OFF is for tests: pages have one writer at a time.")
if FETCH_ALLOWS_LOOPBACK:  # noqa: F405
    raise ImproperlyConfigured("FETCH_ALLOWS_LOOPBACK is for tests: pictures come from outside.")
if {"test", "memory"} & set(SHOP_PAYMENT_METHODS):  # noqa: F405
    raise ImproperlyConfigured("The payment methods test and memory give goods away.")
required("MAIL_URL")
required("ALLOWED_HOSTS")

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
HEADLESS_SERVE_SPECIFICATION = False
WAGTAILAPI_DOCS_ENABLED = False
