"""Test databases: one migrated template per state of the migrations, cloned in a moment.

A template is kept between runs. When files were only added since an older template was made, the
older one is cloned and migrated on; otherwise everything is migrated from nothing.
"""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from fashionistar.servers import roles

ROOT = Path(__file__).resolve().parents[1]
LOCK = 7_210_446
PREFIX = "fx_template_"
AFTER_MIGRATING = (
    "cms/authoring/services/workflow.py",
    "site/identity/services/grants.py",
    "site/identity/services/roles.py",
)


def manifest() -> dict[str, str]:
    """Return the hash of all that makes a template: migrations, what follows them, dependencies."""
    files = [ROOT / "requirements.txt", *(ROOT / each for each in AFTER_MIGRATING)]
    for folder in ("site", "commerce", "cms", "notifications"):
        files += sorted((ROOT / folder).glob("**/migrations/[0-9]*.py"))
    return {
        str(file.relative_to(ROOT)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files
    }


def clone(name: str) -> str:
    """Make the database `name` from the current template and return its runtime URL."""
    template = ensure_template()
    with _admin() as admin:
        _create(admin, name, template)
    _grant(name)
    return url_of(name, os.environ["DATABASE_URL"])


def drop(name: str) -> None:
    """Drop the database `name` and end who is connected."""
    with _admin() as admin:
        _drop(admin, name)


def url_of(name: str, url: str) -> str:
    """Return `url` with its database replaced by `name`."""
    head, _, query = url.partition("?")
    address = f"{head.rsplit('/', 1)[0]}/{name}"
    return f"{address}?{query}" if query else address


def ensure_template() -> str:
    """Return the name of the template for the present migrations, made if it is missing."""
    wanted = manifest()
    name = PREFIX + hashlib.sha256(json.dumps(wanted, sort_keys=True).encode()).hexdigest()[:16]
    with _admin() as admin, _locked(admin):
        known = dict(_templates(admin))
        if name in known:
            return name
        base = next((old for old, had in known.items() if had.items() <= wanted.items()), None)
        making = f"{name}_making"
        _create(admin, making, base)
        _migrate(making)
        admin.execute(
            sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
                sql.Identifier(making), sql.Identifier(name)
            )
        )
        admin.execute(
            sql.SQL("COMMENT ON DATABASE {} IS {}").format(
                sql.Identifier(name), sql.Literal(json.dumps(wanted))
            )
        )
        _forget_old(admin, known, keep=name)
    return name


def _forget_old(admin: psycopg.Connection, known: dict[str, dict[str, str]], *, keep: str) -> None:
    for old in list(known)[:-3]:
        if old != keep:
            admin.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(old)))


def _migrate(name: str) -> None:
    _grant(name)
    owner = url_of(name, os.environ["DATABASE_OWNER_URL"])
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity", "0"],
        check=True,
        cwd=ROOT,
        env={
            **os.environ,
            "DATABASE_URL": url_of(name, os.environ["DATABASE_URL"]),
            "DATABASE_OWNER_URL": owner,
            "DATABASE_ROLE": "owner",
            "DJANGO_SETTINGS_MODULE": "fashionistar.settings.test",
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site")]),
        },
    )


def _grant(name: str) -> None:
    app = str(conninfo_to_dict(os.environ["DATABASE_URL"])["user"])
    roles.grant(
        owner_url=url_of(name, os.environ["DATABASE_OWNER_URL"]), app=app, app_may_truncate=True
    )


def _templates(admin: psycopg.Connection) -> Iterator[tuple[str, dict[str, str]]]:
    rows = admin.execute(
        "SELECT datname, shobj_description(oid, 'pg_database') FROM pg_database "
        "WHERE datname LIKE %s AND datname NOT LIKE %s ORDER BY oid",
        [PREFIX + "%", "%_making"],
    )
    for name, comment in rows.fetchall():
        yield name, json.loads(comment or '{"none": ""}')


def _drop(admin: psycopg.Connection, name: str) -> None:
    statement = sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name))
    try:
        admin.execute(statement + sql.SQL(" WITH (FORCE)"))
    except psycopg.errors.InsufficientPrivilege:
        # The server vacuums there, in the name of its superuser: the plain statement waits for it.
        admin.execute(statement)


def _create(admin: psycopg.Connection, name: str, template: str | None) -> None:
    _drop(admin, name)
    admin.execute(
        sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
            sql.Identifier(name), sql.Identifier(template or "template0")
        )
    )


@contextmanager
def _admin() -> Iterator[psycopg.Connection]:
    url = make_conninfo(os.environ["DATABASE_OWNER_URL"])
    with psycopg.connect(url, autocommit=True) as connection:
        yield connection


@contextmanager
def _locked(admin: psycopg.Connection) -> Iterator[None]:
    admin.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    try:
        yield
    finally:
        admin.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
