"""The environment variables a command needs, filled from the embedded servers where unset."""

import os
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from pathlib import Path

from fashionistar.servers.exceptions import UnsupportedServer
from fashionistar.servers.lifecycle import temporarily
from fashionistar.servers.places import CHECKOUT, PARTS, Addresses, Places

SETTINGS = "DJANGO_SETTINGS_MODULE"
POSTGRES_SCHEMES = ("postgres://", "postgresql://", "pgsql://", "psql://")


@contextmanager
def provided(
    *,
    variables: MutableMapping[str, str] = os.environ,
    checkout: Path = CHECKOUT,
    start: bool = True,
    alone: bool = False,
) -> Iterator[frozenset[str]]:
    """Fill in the addresses that `variables` lack and have those servers up inside the block.

    The names of the embedded parts in use are answered. With `start=False` the addresses are
    filled in although nothing is started, for commands that connect to nothing.

    :raises ServerTrouble: when a server does not start or the given one is not supported.
    """
    _read_file(checkout)
    refuse_foreign_databases(variables)
    parts = missing(variables)
    profile = "test" if variables.get(SETTINGS, "").endswith(".test") else "demo"
    _fill(variables, Places(profile, checkout).addresses, parts)
    if not parts or not start:
        yield parts
        return
    with temporarily(profile, checkout=checkout, parts=parts, alone=alone):
        yield parts


def missing(variables: MutableMapping[str, str]) -> frozenset[str]:
    """Answer the parts whose address is given by nobody; production embeds none."""
    if variables.get(SETTINGS, "").endswith(".production"):
        return frozenset()
    parts = set(PARTS)
    if variables.get("DATABASE_URL"):
        parts.discard("postgres")
    if variables.get("REDIS_URL"):
        parts -= {"broker", "cache"}
    return frozenset(parts)


def refuse_foreign_databases(variables: MutableMapping[str, str]) -> None:
    """Refuse a database that is not PostgreSQL.

    :raises UnsupportedServer: with a sentence that says so.
    """
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL"):
        url = variables.get(name) or POSTGRES_SCHEMES[0]
        if not url.startswith(POSTGRES_SCHEMES):
            kind = "SQLite" if url.startswith("sqlite") else f"A {url.partition(':')[0]} database"
            raise UnsupportedServer(
                f"{kind} is not supported: {name} must be a postgres:// address of PostgreSQL 15 "
                "or newer, or unset for the embedded server."
            )


def _fill(variables: MutableMapping[str, str], addresses: Addresses, parts: frozenset[str]) -> None:
    if "postgres" in parts:
        variables["DATABASE_URL"] = addresses.database_url
        variables["DATABASE_OWNER_URL"] = addresses.database_owner_url
    elif variables.get("DATABASE_URL"):
        variables.setdefault("DATABASE_OWNER_URL", variables["DATABASE_URL"])
    if "broker" in parts:
        variables["REDIS_URL"] = addresses.broker_url
        variables.setdefault("CACHE_URL", addresses.cache_url)


def _read_file(checkout: Path) -> None:
    file = checkout / ".env"
    if file.exists():
        import environ

        environ.Env.read_env(file, overwrite=False)
