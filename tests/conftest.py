"""The whole suite runs on real servers: PostgreSQL as the unprivileged role, Valkey."""

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: object, worker_id: str) -> Iterator[None]:
    """Clone a database of its own for this process."""
    from django.conf import settings
    from django.db import connections

    from tests import databases

    name = f"fx_test_{os.getpid()}_{worker_id}"
    databases.clone(name)
    settings.DATABASES["default"]["NAME"] = name
    connections["default"].settings_dict["NAME"] = name
    yield
    connections.close_all()
    databases.drop(name)
