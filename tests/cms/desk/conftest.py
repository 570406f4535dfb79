"""People at the desk."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.factories.people import at_the_desk


@pytest.fixture
def signed_in() -> Callable[[str], Client]:
    """Return a client of somebody new in a group, or of an administrator."""
    return at_the_desk
