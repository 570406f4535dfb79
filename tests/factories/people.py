"""People."""

import itertools
from typing import Any

from django.contrib.auth.models import Group
from django.test import Client

from identity.models import User

_numbers = itertools.count(1)
PASSWORD = "correct-horse-battery"


def make_user(**fields: Any) -> User:
    """Make a person with a password everybody in the tests knows."""
    fields.setdefault("email", f"person{next(_numbers)}@example.com")
    return User.objects.create_user(password=fields.pop("password", PASSWORD), **fields)


def at_the_desk(group: str) -> Client:
    """Return a signed-in client of somebody new in a group of the staff, or of an `admin`."""
    user = make_user(is_staff=True, is_superuser=group == "admin")
    if group != "admin":
        user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client
