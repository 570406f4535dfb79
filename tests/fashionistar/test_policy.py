"""Scripts written into a page run nowhere but in the admin."""

import pytest
from django.test import Client

from cms import demo
from tests.factories import make_user


def scripts(answer: object) -> str:
    policy: str = answer["Content-Security-Policy"]  # type: ignore[index]
    return next(each for each in policy.split("; ") if each.startswith("script-src"))


@pytest.mark.django_db
def test_only_the_admin_runs_what_is_written_into_it() -> None:
    demo.seed()
    client = Client()
    for path in ("/", "/client/", "/client/nothing/", "/client/preview/", "/accounts/login/"):
        assert scripts(client.get(path)) == "script-src 'self'", path
    client.force_login(make_user(is_staff=True, is_superuser=True))
    assert scripts(client.get("/admin/")) == "script-src 'self' 'unsafe-inline'"
