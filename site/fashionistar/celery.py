"""The Celery app of the worker and beat."""

import os
from typing import Any

from celery import Celery
from celery.signals import beat_init, worker_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fashionistar.settings.production")
app = Celery("fashionistar")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_init.connect
@beat_init.connect
def refuse_what_is_unfit(**kwargs: Any) -> None:
    """End a worker or beat that starts on a database unfit for production."""
    from django.core.exceptions import ImproperlyConfigured

    from fashionistar import guards

    try:
        guards.require_fit()
    except ImproperlyConfigured as error:
        raise SystemExit(str(error)) from None
