from collections.abc import Iterator

import psycopg
import pytest

from fashionistar import servers
from fashionistar.servers import Addresses, roles
from fashionistar.servers.exceptions import RolesRefused
from fashionistar.servers.places import SUPERUSER, Places


@pytest.fixture
def table(running: Addresses) -> Iterator[str]:
    with psycopg.connect(running.database_owner_url) as owner:
        owner.execute("CREATE TABLE thing (id bigserial PRIMARY KEY, name text)")
    yield "thing"
    with psycopg.connect(running.database_owner_url) as owner:
        owner.execute("DROP TABLE thing")


@pytest.mark.parametrize("role", ["database_url", "database_owner_url"])
def test_neither_role_is_above_the_rules(running: Addresses, role: str) -> None:
    with psycopg.connect(getattr(running, role)) as connection:
        rights = connection.execute(
            "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = user"
        ).fetchone()
    assert rights == (False, False, False)


def test_only_the_owner_makes_databases(running: Addresses) -> None:
    query = "SELECT rolname FROM pg_roles WHERE rolcreatedb AND rolname LIKE 'fashionistar%'"
    with psycopg.connect(running.database_url) as app:
        assert app.execute(query).fetchall() == [("fashionistar_owner",)]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE public.mine (id int)",
        "CREATE SCHEMA mine",
        "CREATE DATABASE mine",
        "CREATE ROLE mine",
        "SET ROLE fashionistar_owner",
        "ALTER TABLE thing ADD COLUMN more int",
        "DROP TABLE thing",
        "TRUNCATE thing",
    ],
)
def test_the_app_role_may_not_change_the_schema(
    running: Addresses, table: str, statement: str
) -> None:
    with (
        psycopg.connect(running.database_url, autocommit=True) as app,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        app.execute(statement)


def test_the_app_role_reads_and_writes_what_the_owner_makes_later(
    running: Addresses, table: str
) -> None:
    with psycopg.connect(running.database_url) as app:
        app.execute("INSERT INTO thing (name) VALUES ('a'), ('b')")
        app.execute("UPDATE thing SET name = 'c' WHERE name = 'a'")
        app.execute("DELETE FROM thing WHERE name = 'b'")
        app.execute("CREATE TEMPORARY TABLE aside AS SELECT * FROM thing")
        assert app.execute("SELECT name FROM aside").fetchall() == [("c",)]


def test_the_app_role_of_the_tests_may_truncate(checkout: object, places: Places) -> None:
    with servers.temporarily("test", checkout=places.checkout) as tests:
        with psycopg.connect(tests.database_owner_url) as owner:
            owner.execute("CREATE TABLE IF NOT EXISTS thing (id int)")
        with psycopg.connect(tests.database_url) as app:
            app.execute("TRUNCATE thing")


def test_preparing_again_brings_rights_back(running: Addresses, places: Places) -> None:
    admin_url = places.database(SUPERUSER, "postgres")
    with psycopg.connect(admin_url, autocommit=True) as admin:
        admin.execute("ALTER ROLE fashionistar_app CREATEDB BYPASSRLS")
    roles.prepare(
        admin_url=admin_url, owner_url=running.database_owner_url, app_url=running.database_url
    )
    with psycopg.connect(running.database_url) as app:
        rights = app.execute(
            "SELECT rolcreatedb, rolbypassrls FROM pg_roles WHERE rolname = user"
        ).fetchone()
    assert rights == (False, False)


def test_names_passwords_and_database_come_from_the_urls(
    running: Addresses, places: Places
) -> None:
    where = f"host={places.postgres_sockets}"
    admin_url = places.database(SUPERUSER, "postgres")
    roles.prepare(
        admin_url=admin_url,
        owner_url=f"postgres://keeper:o%40ne@/another?{where}",
        app_url=f"postgres://server:tw%27o@/another?{where}",
    )
    with psycopg.connect(admin_url, autocommit=True) as admin:
        known = admin.execute(
            "SELECT rolname, rolpassword LIKE 'SCRAM-%%' FROM pg_authid "
            "WHERE rolname IN ('keeper', 'server') ORDER BY 1"
        ).fetchall()
        admin.execute("DROP DATABASE another")
        admin.execute("DROP ROLE keeper, server")
    assert known == [("keeper", True), ("server", True)]


def test_one_role_for_both_is_refused(running: Addresses) -> None:
    url = running.database_owner_url
    with pytest.raises(RolesRefused, match="two different roles"):
        roles.prepare(admin_url=url, owner_url=url, app_url=url)


def test_an_administrator_without_rights_is_refused(running: Addresses) -> None:
    with pytest.raises(RolesRefused, match="may not make the roles"):
        roles.prepare(
            admin_url=running.database_url,
            owner_url=running.database_owner_url,
            app_url=running.database_url.replace("fashionistar_app", "nobody_yet"),
        )
