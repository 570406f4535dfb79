"""Calls to Wagtail's API with one kind of token or another."""

import json
from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import Group
from django.http import HttpResponse
from django.test import Client
from wagtail.models import APIToken

from identity.models import User
from tests.factories import make_user
from tests.factories.people import PASSWORD

API = "/api/cms/v3/"
Ask = Callable[..., HttpResponse]


def member(*groups: str, **fields: Any) -> User:
    """Make somebody of the staff in these groups."""
    user = make_user(**{"is_staff": True, **fields})
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def api_token(user: User) -> str:
    """Make one of Wagtail's tokens for a person."""
    return str(APIToken.create_token(user=user, name="A tool")[1])


def jwt(user: User, audience: str) -> str:
    """Sign a person in over REST and return their token for a surface."""
    client = Client()
    login = {"email": user.email, "password": PASSWORD}
    door = "/api/v1/auth/app/v1/auth/login"
    signed_in = client.post(door, login, content_type="application/json")
    store = str(signed_in.json()["meta"]["access_token"])
    if audience == "store":
        return store
    found = client.post(
        "/api/v1/auth/token/", {"audience": audience}, content_type="application/json",
        headers={"Authorization": f"Bearer {store}"},
    )  # fmt: skip
    return str(found.json()["access_token"])


def asking(token: str) -> Ask:
    """Return a function that sends a method, a path below the API and a body with this token."""
    client = Client(raise_request_exception=False)

    def ask(method: str, path: str, body: Any = None, **more: Any) -> HttpResponse:
        raw = (
            body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        )
        headers = {"Authorization": f"Bearer {token}", **more.pop("headers", {})}
        kind = more.pop("content_type", "application/json")
        return client.generic(method, API + path, raw, kind, headers=headers, **more)

    return ask


def asking_as(*groups: str, **fields: Any) -> Ask:
    """Return the same for somebody new in these groups."""
    return asking(api_token(member(*groups, **fields)))
