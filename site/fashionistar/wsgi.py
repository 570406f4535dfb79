"""The entry for what is hot or transactional: sync requests over WSGI."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fashionistar.settings.production")
application = get_wsgi_application()

from fashionistar import guards  # noqa: E402

guards.require_fit()
