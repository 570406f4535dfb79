"""A test's database goes, also while the server itself is busy in it."""

from threading import Timer

import psycopg
import pytest

from fashionistar.servers import Addresses
from fashionistar.servers.places import SUPERUSER, Places
from tests import databases

NAME = "busy"


def test_a_database_in_which_the_superuser_works_is_dropped_when_that_is_done(
    running: Addresses, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_OWNER_URL", running.database_owner_url)
    with psycopg.connect(running.database_owner_url, autocommit=True) as owner:
        owner.execute(f"CREATE DATABASE {NAME} TEMPLATE template0")
        # As the workers that vacuum, it may not be ended by the owner.
        working = psycopg.connect(places.database(SUPERUSER, NAME))
        Timer(1, working.close).start()
        databases.drop(NAME)
        found = owner.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME])
        assert found.fetchone() is None
