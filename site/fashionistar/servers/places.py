"""Where the servers of a checkout keep their files, and the addresses that follow from it."""

import hashlib
import os
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]
ROOT_HOMES = ("/var/lib", "/var/tmp", "/tmp")  # noqa: S108
SHORT = Path("/tmp")  # noqa: S108
PLAIN_PATH = re.compile(r"[A-Za-z0-9/._-]+")
SOCKET_LIMIT = 107
DATABASE = "fashionistar"
OWNER = "fashionistar_owner"
APP = "fashionistar_app"
SUPERUSER = "postgres"
VALKEYS = ("broker", "cache")
PARTS = frozenset({"postgres", *VALKEYS})


@dataclass(frozen=True, slots=True)
class Addresses:
    """The URLs of the servers of one profile."""

    database_url: str
    database_owner_url: str
    broker_url: str
    cache_url: str


@dataclass(frozen=True)
class Places:
    """Every path of the servers of one profile in one checkout."""

    profile: str
    checkout: Path = CHECKOUT

    @cached_property
    def home(self) -> Path:
        return self.checkout / "var" / self.profile

    @cached_property
    def state(self) -> Path:
        return self.home / "servers.json"

    @cached_property
    def lock(self) -> Path:
        return self.home / "servers.lock"

    @cached_property
    def private(self) -> Path:
        """The folder of PostgreSQL: ours alone, or as root one the user `pgserver` can reach."""
        if os.geteuid() != 0:
            return self.home
        base = next((Path(p) for p in ROOT_HOMES if is_traversable(Path(p))), SHORT)
        return base / "fashionistar" / self.key / self.profile

    @cached_property
    def data(self) -> Path:
        return self.private / "postgres"

    @cached_property
    def postgres_sockets(self) -> Path:
        return self._short(self.private / "run", "pg", ".s.PGSQL.5432.lock")

    @cached_property
    def valkey_sockets(self) -> Path:
        return self._short(self.home / "valkey", "vk", "broker.sock")

    @cached_property
    def key(self) -> str:
        return hashlib.sha256(os.fsencode(self.checkout)).hexdigest()[:12]

    @cached_property
    def addresses(self) -> Addresses:
        return Addresses(
            database_url=self.database(APP),
            database_owner_url=self.database(OWNER),
            broker_url=f"redis+socket://{self.valkey_socket('broker')}?virtual_host=0",
            cache_url=f"unix://{self.valkey_socket('cache')}?db=0",
        )

    def database(self, role: str, database: str = DATABASE) -> str:
        """Answer the URL of `database` for `role`."""
        return f"postgres://{role}@/{database}?host={self.postgres_sockets}"

    def valkey_socket(self, name: str) -> Path:
        """Answer the socket of the Valkey called `name`."""
        return self.valkey_sockets / f"{name}.sock"

    @property
    def postgres_socket(self) -> Path:
        return self.postgres_sockets / ".s.PGSQL.5432"

    def _short(self, folder: Path, kind: str, longest_name: str) -> Path:
        fits = len(os.fsencode(folder / longest_name)) <= SOCKET_LIMIT
        if fits and PLAIN_PATH.fullmatch(str(folder)):
            return folder
        return SHORT / f"fashionistar-{os.geteuid()}-{self.key}-{self.profile}-{kind}"


def is_traversable(folder: Path) -> bool:
    """Tell whether everybody may pass through `folder` and all folders above it."""
    return all(path.stat().st_mode & 0o001 for path in (folder, *folder.parents))
