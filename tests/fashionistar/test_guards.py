"""Production starts on an unprivileged role and without the demo's people, or not at all."""

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fashionistar import guards
from fashionistar.servers.environment import provided
from tests import databases
from tests.factories import make_user

ROOT = Path(__file__).resolve().parents[2]
START = "import fashionistar.wsgi"


@pytest.fixture(scope="module")
def address(django_db_setup: None) -> Iterator[str]:
    """Clone a database for processes that start in production."""
    name = f"fx_guard_{os.getpid()}"
    yield databases.clone(name)
    databases.drop(name)


def started(database_url: str, code: str = START) -> subprocess.CompletedProcess[str]:
    """Start a process under the production settings."""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
        env={
            **os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}",
            "DJANGO_SETTINGS_MODULE": "fashionistar.settings.production",
            "SECRET_KEY": secrets.token_urlsafe(64), "JWT_PRIVATE_KEY": secrets.token_urlsafe(64),
            "ALLOWED_HOSTS": "shop.example.com", "SHOP_URL": "https://shop.example.com",
            "MAIL_URL": "smtp://127.0.0.1:25", "DATABASE_URL": database_url,
        },
    )  # fmt: skip


def test_an_unprivileged_role_may_start(address: str) -> None:
    done = started(address)
    assert done.returncode == 0, done.stderr[-500:]


def test_a_superuser_may_not_start(address: str) -> None:
    with provided():
        user = address.split("://")[1].split("@")[0]
        done = started(address.replace(f"//{user}@", "//postgres@", 1))
    assert done.returncode != 0
    assert "a role that is a superuser" in done.stderr


def test_a_database_that_is_down_is_left_to_readiness() -> None:
    done = started("postgres://app@127.0.0.1:1/none")
    assert done.returncode == 0, done.stderr[-500:]


@pytest.mark.django_db
def test_people_of_the_demo_are_a_complaint_until_they_cannot_sign_in() -> None:
    assert guards.complaints() == []
    person = make_user(is_demo=True)
    assert "the demo's people can sign in" in guards.complaints()[0]
    person.is_active = False
    person.save()
    assert guards.complaints() == []


def test_production_warns_of_uploads_that_workers_elsewhere_do_not_see(settings: Any) -> None:
    settings.DEMO = settings.MEDIA_IS_SHARED = False
    assert [each.id for each in guards.check_media()] == ["fashionistar.W001"]
    settings.MEDIA_IS_SHARED = True
    assert guards.check_media() == []
