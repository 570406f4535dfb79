"""The demo on one machine: embedded servers, demo sign-ins, known keys."""

from fashionistar.settings.base import *  # noqa: F403

DEBUG = False
DEMO = True
SECRET_KEY = "demo-only-secret-key-that-production-refuses-to-start-with"  # noqa: S105
HEADLESS_JWT_PRIVATE_KEY = "demo-only-jwt-key-that-production-refuses-to-start-with"
SHOP_PAYMENT_METHODS = ("manual", "test")
