"""What the database and static files were prepared from, so that a second start can skip it."""

import hashlib
import json
from collections.abc import Iterable
from importlib.metadata import distributions
from pathlib import Path

import psycopg

PACKAGES = ("site", "cms", "commerce", "measurements", "notifications")


def of_migrations(checkout: Path) -> str:
    """Answer the fingerprint of all migrations: ours by content, libraries by version."""
    ours = _sources(checkout, "migrations/*.py")
    settings = (checkout / "site" / "fashionistar" / "settings").rglob("*.py")
    return _digest([*ours, *settings], extra=_versions())


def of_code(checkout: Path) -> str:
    """Answer the fingerprint of all our Python."""
    return _digest(_sources(checkout, "*.py"), extra=_versions())


def of_static_files(checkout: Path) -> str:
    """Answer the fingerprint of all static files: ours by content, libraries by version."""
    files = (path for path in _sources(checkout, "static/**/*") if path.is_file())
    return _digest(files, extra=_versions())


def of_database(url: str) -> str:
    """Answer what identifies a database and the migrations that were applied to it."""
    query = (
        "SELECT (SELECT system_identifier FROM pg_control_system())::text,"
        " (SELECT oid FROM pg_database WHERE datname = current_database())::text,"
        " to_regclass('django_migrations') IS NOT NULL"
    )
    applied = "SELECT md5(string_agg(app || '.' || name, ',' ORDER BY id)) FROM django_migrations"
    with psycopg.connect(url) as connection:
        cluster, database, is_migrated = connection.execute(query).fetchone() or ("", "", False)
        rows = connection.execute(applied).fetchone() if is_migrated else None
    return f"{cluster}/{database}/{rows[0] if rows else ''}"


class Ledger:
    """What was prepared from what, kept in a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def holds(self, name: str, value: str) -> bool:
        """Tell whether `name` was last recorded with `value`."""
        return self._read().get(name) == value

    def record(self, name: str, value: str) -> None:
        """Remember `value` under `name`."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps(self._read() | {name: value}, indent=1))

    def _read(self) -> dict[str, str]:
        try:
            stored: dict[str, str] = json.loads(self.path.read_text())
            return stored
        except (OSError, ValueError):
            return {}


def _sources(checkout: Path, pattern: str) -> list[Path]:
    folders = (checkout / name for name in PACKAGES)
    return [path for folder in folders if folder.is_dir() for path in folder.rglob(pattern)]


def _digest(paths: Iterable[Path], *, extra: str) -> str:
    digest = hashlib.sha256(extra.encode())
    for path in sorted(paths):
        digest.update(str(path).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _versions() -> str:
    return "\n".join(sorted(f"{one.name}=={one.version}" for one in distributions()))
