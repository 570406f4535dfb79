from pathlib import Path

import psycopg
import pytest

from fashionistar import servers
from fashionistar.running.fingerprints import Ledger, of_code, of_database, of_migrations


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    migrations = tmp_path / "commerce" / "order" / "migrations"
    migrations.mkdir(parents=True)
    (migrations / "0001_initial.py").write_text("first")
    (migrations.parent / "models.py").write_text("models")
    return tmp_path


def test_a_new_migration_changes_the_fingerprint(checkout: Path) -> None:
    before = of_migrations(checkout)
    assert of_migrations(checkout) == before
    (checkout / "commerce/order/migrations/0002_more.py").write_text("second")
    assert of_migrations(checkout) != before


def test_other_code_leaves_the_migrations_alone(checkout: Path) -> None:
    migrations, code = of_migrations(checkout), of_code(checkout)
    (checkout / "commerce/order/models.py").write_text("other models")
    assert of_migrations(checkout) == migrations
    assert of_code(checkout) != code


def test_a_ledger_remembers_each_name_apart(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "var" / "prepared.json")
    assert not ledger.holds("migrated", "a")
    ledger.record("migrated", "a")
    ledger.record("seeded", "b")
    assert ledger.holds("migrated", "a")
    assert not ledger.holds("seeded", "a")


def test_a_database_is_known_by_what_was_applied_to_it(tmp_path: Path) -> None:
    with servers.temporarily("test", checkout=tmp_path) as addresses:
        url = addresses.database_owner_url
        empty = of_database(url)
        with psycopg.connect(url) as owner:
            owner.execute("CREATE TABLE django_migrations (id serial, app text, name text)")
            owner.execute("INSERT INTO django_migrations (app, name) VALUES ('order', '0001')")
        first = of_database(url)
        with psycopg.connect(url) as owner:
            owner.execute("DELETE FROM django_migrations")
        assert first not in {empty, of_database(url)}
    servers.delete("test", checkout=tmp_path)
