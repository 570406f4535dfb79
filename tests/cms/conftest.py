"""People at the admin."""

import pytest
from django.test import Client

from tests.factories import make_user


@pytest.fixture
def admin(db: None) -> Client:
    """Return somebody who may do everything, signed in."""
    client = Client()
    client.force_login(make_user(is_staff=True, is_superuser=True))
    return client
