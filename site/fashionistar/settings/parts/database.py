"""PostgreSQL and nothing else; the web and the workers as an unprivileged role."""

from django.core.exceptions import ImproperlyConfigured

from fashionistar.settings.env import env, required

ROLE = env.str("DATABASE_ROLE", default="app")
_URL_NAME = "DATABASE_OWNER_URL" if ROLE == "owner" else "DATABASE_URL"

required(_URL_NAME)
DATABASE = env.db_url(_URL_NAME)
if DATABASE["ENGINE"] != "django.db.backends.postgresql":
    raise ImproperlyConfigured(
        "Fashionistar runs on PostgreSQL 15 or newer only. SQLite and other databases are not "
        f"supported: set {_URL_NAME} to a postgres:// address or leave it out."
    )
DATABASE |= {
    "ATOMIC_REQUESTS": False,
    "CONN_MAX_AGE": env.int("DATABASE_CONN_MAX_AGE", default=60),
    "CONN_HEALTH_CHECKS": True,
    "OPTIONS": {**DATABASE.get("OPTIONS", {}), "application_name": "fashionistar"},
}

DATABASES = {"default": DATABASE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
