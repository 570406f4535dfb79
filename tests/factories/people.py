"""People."""

import itertools
from typing import Any

from identity.models import User

_numbers = itertools.count(1)
PASSWORD = "correct-horse-battery"


def make_user(**fields: Any) -> User:
    """Make a person with a password everybody in the tests knows."""
    fields.setdefault("email", f"person{next(_numbers)}@example.com")
    return User.objects.create_user(password=fields.pop("password", PASSWORD), **fields)
