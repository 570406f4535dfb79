"""As the demo, but quick to hash and mute."""

from fashionistar.settings.dev import *  # noqa: F403
from fashionistar.settings.env import env
from fashionistar.settings.parts.cache import BROKER_URL
from fashionistar.settings.parts.rest import REST_FRAMEWORK

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# A server for browsers finds static files where they lie and keeps pictures under MEDIA_ROOT.
FOR_BROWSERS = env.bool("FOR_BROWSERS", default=False)
WHITENOISE_USE_FINDERS = FOR_BROWSERS
_KEPT = "FileSystemStorage" if FOR_BROWSERS else "InMemoryStorage"
_OURS = {"BACKEND": f"django.core.files.storage.{_KEPT}"}
STORAGES = {
    "default": STORAGES["default"] if MEDIA_BUCKET else _OURS,  # noqa: F405
    "private": STORAGES["private"],  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
REST_FRAMEWORK = REST_FRAMEWORK | {"DEFAULT_THROTTLE_RATES": {"reads": None, "writes": None}}
ACCOUNT_RATE_LIMITS = False
# A test with a real worker names what its messages begin with: others leave them alone.
BROKER_PREFIX = env.str("BROKER_PREFIX", default="")
CELERY_BROKER_URL = BROKER_URL if BROKER_PREFIX else "memory://"
CELERY_BROKER_TRANSPORT_OPTIONS = (
    {  # type: ignore[assignment]
        "global_keyprefix": BROKER_PREFIX
    }
    if BROKER_PREFIX
    else {}
)
if not MAIL_URL:  # noqa: F405
    MAIL_PROVIDER = "common.providers.mail.memory.MemoryMail"
FETCH_ALLOWS_LOOPBACK = True
