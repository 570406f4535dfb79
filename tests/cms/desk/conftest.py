"""People at the desk."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from tests.factories import make_user


@pytest.fixture
def signed_in() -> Callable[[str], Client]:
    """Return a client of somebody new in a group, or of an administrator."""

    def sign_in(group: str) -> Client:
        user = make_user(is_staff=True, is_superuser=group == "admin")
        if group != "admin":
            user.groups.add(Group.objects.get(name=group))
        client = Client()
        client.force_login(user)
        return client

    return sign_in
