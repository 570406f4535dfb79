"""Everything between running servers and a served demo: migrate, seed, collect static files."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from fashionistar.running import fingerprints
from fashionistar.running.console import say
from fashionistar.running.exceptions import PreparationFailed
from fashionistar.running.fingerprints import Ledger

SEED = "seed_demo"


@dataclass(frozen=True)
class Preparation:
    """The steps for one checkout, each skipped when nothing changed since it was last done."""

    checkout: Path
    ledger: Ledger

    def run(self) -> None:
        """Bring database, demo data and static files up to date.

        :raises PreparationFailed: with the command that failed.
        """
        self._migrate()
        self._seed()
        self._collect()

    def _migrate(self) -> None:
        wanted = fingerprints.of_migrations(self.checkout)
        if self.ledger.holds("migrated", f"{wanted}@{self._database()}"):
            return
        self._command("Migrating the database", "migrate", "--noinput", role="owner")
        self.ledger.record("migrated", f"{wanted}@{self._database()}")

    def _seed(self) -> None:
        wanted = f"{fingerprints.of_code(self.checkout)}@{self._database()}"
        if self.ledger.holds("seeded", wanted) or not self._has_seed():
            return
        self._command("Filling the demo", SEED)
        self.ledger.record("seeded", wanted)

    def _collect(self) -> None:
        wanted = fingerprints.of_static_files(self.checkout)
        collected = self.checkout / "var" / "static"
        if collected.is_dir() and self.ledger.holds("collected", wanted):
            return
        self._command("Collecting static files", "collectstatic", "--noinput")
        self.ledger.record("collected", wanted)

    def _database(self) -> str:
        return fingerprints.of_database(os.environ["DATABASE_OWNER_URL"])

    def _has_seed(self) -> bool:
        folders = (self.checkout / name for name in fingerprints.PACKAGES)
        return any(next(folder.rglob(f"management/commands/{SEED}.py"), None) for folder in folders)

    def _command(self, title: str, *arguments: str, role: str = "app") -> None:
        say(f"{title} …")
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, str(self.checkout / "manage.py"), *arguments],
            stdin=subprocess.DEVNULL,
            env={**os.environ, "DATABASE_ROLE": role, "PYTHONUNBUFFERED": "1"},
            check=False,
        )
        if done.returncode:
            raise PreparationFailed(f"`manage.py {' '.join(arguments)}` failed; see above.")
        say(f"{title}: done in {time.monotonic() - began:.0f} s")
