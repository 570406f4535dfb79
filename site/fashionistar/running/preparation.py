"""Everything between running servers and a served demo: migrate, seed, collect static files."""

import os
from dataclasses import dataclass
from pathlib import Path

from fashionistar.running import fingerprints, steps
from fashionistar.running.fingerprints import Ledger
from fashionistar.running.port import address

SEED = "seed_demo"


def prepare(checkout: Path) -> None:
    """Bring database, demo data and static files of `checkout` up to date.

    :raises PreparationFailed: with the command that failed.
    """
    Preparation(checkout, Ledger(checkout / "var" / "demo" / "prepared.json")).run()


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
        self._readdress()
        self._collect()

    def _migrate(self) -> None:
        wanted = fingerprints.of_migrations(self.checkout)
        if self.ledger.holds("migrated", f"{wanted}@{self._database()}"):
            return
        steps.command(
            "Migrating the database", "migrate", "--noinput", checkout=self.checkout, role="owner"
        )
        steps.command("Keeping the words of pages", "page_words", checkout=self.checkout)
        self.ledger.record("migrated", f"{wanted}@{self._database()}")

    def _seed(self) -> None:
        wanted = f"{fingerprints.of_code(self.checkout)}@{self._database()}"
        if self.ledger.holds("seeded", wanted) or not self._has_seed():
            return
        steps.command("Filling the demo", SEED, checkout=self.checkout)
        self.ledger.record("seeded", wanted)
        self.ledger.record("addressed", self._address())

    def _readdress(self) -> None:
        # Stored documents hold absolute addresses: another port, SHOP_URL or CLIENT_URL
        # makes them stale.
        if self.ledger.holds("addressed", self._address()) or not self._has_seed():
            return
        steps.command(
            "Writing the shop's address into its documents",
            "projection",
            "rebuild",
            checkout=self.checkout,
        )
        self.ledger.record("addressed", self._address())

    def _collect(self) -> None:
        wanted = fingerprints.of_static_files(self.checkout)
        collected = self.checkout / "var" / "static"
        if collected.is_dir() and self.ledger.holds("collected", wanted):
            return
        steps.command(
            "Collecting static files", "collectstatic", "--noinput", checkout=self.checkout
        )
        self.ledger.record("collected", wanted)

    def _address(self) -> str:
        client = os.environ.get("CLIENT_URL", "")
        return f"{address(os.environ)} {client}@{self._database()}"

    def _database(self) -> str:
        return fingerprints.of_database(os.environ["DATABASE_OWNER_URL"])

    def _has_seed(self) -> bool:
        folders = (self.checkout / name for name in fingerprints.PACKAGES)
        return any(next(folder.rglob(f"management/commands/{SEED}.py"), None) for folder in folders)
