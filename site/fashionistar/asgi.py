"""The entry for what waits: streams and long polls over ASGI."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fashionistar.settings.production")
application = get_asgi_application()

from fashionistar import guards  # noqa: E402

guards.require_fit()
