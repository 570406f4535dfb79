"""The two database roles: an owner that migrates and an unprivileged one that serves.

Works on any PostgreSQL 15 or newer: ``python -m fashionistar.servers.roles --admin-url URL``
takes names, passwords and the database from ``--owner-url`` (``DATABASE_OWNER_URL``) and
``--app-url`` (``DATABASE_URL``). The administrator may be the owner itself.
"""

import argparse
import os
import sys
from collections.abc import Mapping

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from fashionistar.servers.exceptions import RolesRefused, ServerTrouble

OWNER_RIGHTS = sql.SQL("LOGIN NOSUPERUSER CREATEDB NOCREATEROLE INHERIT")
APP_RIGHTS = sql.SQL("LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE INHERIT")


def prepare(
    *, admin_url: str, owner_url: str, app_url: str, app_may_truncate: bool = False
) -> None:
    """Make both roles, the database and the grants, or bring existing ones up to date.

    :raises RolesRefused: when the administrator lacks the rights, or both URLs name one role.
    """
    owner, app = conninfo_to_dict(owner_url), conninfo_to_dict(app_url)
    if owner.get("user") == app.get("user"):
        raise RolesRefused("DATABASE_OWNER_URL and DATABASE_URL must name two different roles.")
    try:
        with psycopg.connect(_in_database(admin_url), autocommit=True) as admin:
            _make_role(admin, owner, OWNER_RIGHTS)
            _make_role(admin, app, APP_RIGHTS)
            _make_database(admin, str(owner["dbname"]), str(owner["user"]))
        grant(
            owner_url=make_conninfo(owner_url),
            app=str(app["user"]),
            app_may_truncate=app_may_truncate,
        )
    except (psycopg.errors.InsufficientPrivilege, psycopg.errors.InvalidPassword) as error:
        raise RolesRefused(f"The administrator may not make the roles: {error}") from error


def grant(*, owner_url: str, app: str, app_may_truncate: bool = False) -> None:
    """Let `app` read and write the tables in the owner's database, present and future ones."""
    rights = "SELECT, INSERT, UPDATE, DELETE" + (", TRUNCATE" if app_may_truncate else "")
    statements = (
        "GRANT CONNECT, TEMPORARY ON DATABASE {database} TO {app}",
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        "GRANT USAGE ON SCHEMA public TO {app}",
        f"GRANT {rights} ON ALL TABLES IN SCHEMA public TO {{app}}",
        "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {app}",
        f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT {rights} ON TABLES TO {{app}}",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {app}",
    )
    with psycopg.connect(owner_url) as connection:
        names = {
            "database": sql.Identifier(connection.info.dbname),
            "app": sql.Identifier(app),
        }
        for statement in statements:
            connection.execute(sql.SQL(statement).format(**names))


def _make_role(admin: psycopg.Connection, wanted: Mapping[str, object], rights: sql.SQL) -> None:
    name = str(wanted["user"])
    if name == admin.info.user:
        return
    exists = admin.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name]).fetchone()
    if exists and not _makes_roles(admin):
        _require_unprivileged(admin, name)
        return
    verb = sql.SQL("ALTER" if exists else "CREATE")
    admin.execute(sql.SQL("{} ROLE {} {}").format(verb, sql.Identifier(name), rights))
    if wanted.get("password"):
        statement = sql.SQL("ALTER ROLE {} PASSWORD {}")
        password = sql.Literal(wanted["password"])
        admin.execute(statement.format(sql.Identifier(name), password))


def _makes_roles(admin: psycopg.Connection) -> bool:
    query = "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user"
    row = admin.execute(query).fetchone()
    return bool(row and row[0])


def _require_unprivileged(admin: psycopg.Connection, name: str) -> None:
    query = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = %s"
    row = admin.execute(query, [name]).fetchone()
    if row and row[0]:
        raise RolesRefused(f"The role {name} is above the rules and {admin.info.user} cannot help.")


def _make_database(admin: psycopg.Connection, database: str, owner: str) -> None:
    found = admin.execute(
        "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = %s", [database]
    ).fetchone()
    names = {"database": sql.Identifier(database), "owner": sql.Identifier(owner)}
    if found is None:
        admin.execute(sql.SQL("CREATE DATABASE {database} OWNER {owner}").format(**names))
    elif found[0] != owner:
        admin.execute(sql.SQL("ALTER DATABASE {database} OWNER TO {owner}").format(**names))


def _in_database(admin_url: str) -> str:
    given = conninfo_to_dict(admin_url)
    return make_conninfo(admin_url, dbname=given.get("dbname") or "postgres")


def main() -> int:
    """Run from the command line; a refusal is one sentence and exit status 1."""
    parser = argparse.ArgumentParser(prog="python -m fashionistar.servers.roles")
    for option, variable in (
        ("--admin-url", "DATABASE_ADMIN_URL"),
        ("--owner-url", "DATABASE_OWNER_URL"),
        ("--app-url", "DATABASE_URL"),
    ):
        value = os.environ.get(variable)
        parser.add_argument(option, default=value, required=not value, help=f"or {variable}")
    parser.add_argument("--app-may-truncate", action="store_true", help="for test databases")
    given = parser.parse_args()
    try:
        prepare(**vars(given))
    except (ServerTrouble, psycopg.OperationalError) as error:
        sys.stderr.write(f"{str(error).strip()}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
