"""The cache may vanish at any moment; the broker is another server or at least another database."""

from fashionistar.settings.env import env, required

BROKER_URL = required("REDIS_URL")
CACHE_URL = env.str("CACHE_URL", default="") or BROKER_URL.rstrip("/").rsplit("/", 1)[0] + "/1"

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": CACHE_URL,
        "KEY_PREFIX": "fashionistar",
        "TIMEOUT": 300,
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
