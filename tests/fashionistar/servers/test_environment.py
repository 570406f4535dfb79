import os
import subprocess
import sys
from pathlib import Path

import pytest

from fashionistar.servers.environment import missing, provided, refuse_foreign_databases
from fashionistar.servers.exceptions import UnsupportedServer
from fashionistar.servers.places import CHECKOUT, PARTS, Places


def test_unset_addresses_are_filled_in(tmp_path: Path) -> None:
    variables: dict[str, str] = {}
    with provided(variables=variables, checkout=tmp_path, start=False) as parts:
        expected = Places("demo", tmp_path).addresses
    assert parts == PARTS
    assert variables == {
        "DATABASE_URL": expected.database_url,
        "DATABASE_OWNER_URL": expected.database_owner_url,
        "REDIS_URL": expected.broker_url,
        "CACHE_URL": expected.cache_url,
    }


def test_given_addresses_stay(tmp_path: Path) -> None:
    given = {"DATABASE_URL": "postgres://u@db/x", "REDIS_URL": "redis://r/0"}
    variables = dict(given)
    with provided(variables=variables, checkout=tmp_path) as parts:
        assert not parts
    assert variables == {**given, "DATABASE_OWNER_URL": "postgres://u@db/x"}


def test_the_test_settings_take_the_test_servers(tmp_path: Path) -> None:
    variables = {"DJANGO_SETTINGS_MODULE": "fashionistar.settings.test"}
    with provided(variables=variables, checkout=tmp_path, start=False):
        assert variables["DATABASE_URL"] == Places("test", tmp_path).addresses.database_url


def test_production_embeds_nothing() -> None:
    assert not missing({"DJANGO_SETTINGS_MODULE": "fashionistar.settings.production"})


@pytest.mark.parametrize("name", ["DATABASE_URL", "DATABASE_OWNER_URL"])
@pytest.mark.parametrize("url", ["sqlite:///db.sqlite3", "sqlite://:memory:", "mysql://u@h/d"])
def test_other_databases_are_refused(name: str, url: str) -> None:
    with pytest.raises(UnsupportedServer, match=f"not supported: {name} must be a postgres://"):
        refuse_foreign_databases({name: url})


def test_manage_refuses_sqlite_in_one_sentence() -> None:
    done = subprocess.run(
        [sys.executable, str(CHECKOUT / "manage.py"), "check"],
        env={**os.environ, "DATABASE_URL": "sqlite:///db.sqlite3"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "SQLite is not supported: DATABASE_URL must be a postgres:// address of PostgreSQL 15 "
        "or newer, or unset for the embedded server."
    ]
