"""At most one supervisor per checkout, and what a dead one has left behind."""

import fcntl
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from fashionistar.running.exceptions import AlreadyRunning
from fashionistar.servers.processes import Process


@dataclass(frozen=True, slots=True)
class Tenancy:
    """The record of the supervisor that serves a checkout: its port, itself and its children."""

    folder: Path

    @property
    def lock(self) -> Path:
        return self.folder / "running.lock"

    @property
    def record(self) -> Path:
        return self.folder / "running.json"

    @contextmanager
    def taken(self, *, port: int) -> Iterator[None]:
        """Be the one supervisor inside the block, after ending what a dead one left behind.

        :raises AlreadyRunning: when another supervisor lives.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with self.lock.open("a") as file:
            if not _acquired(file):
                raise AlreadyRunning(self._who())
            for leftover in self.children():
                leftover.end()
            self.write(port=port, children=())
            try:
                yield
            finally:
                self.record.unlink(missing_ok=True)

    def write(self, *, port: int, children: Iterable[Process]) -> None:
        """Record who runs, for the next start after a kill -9."""
        fresh = self.record.with_suffix(".new")
        stored = {
            "port": port,
            "supervisor": asdict(Process.current()),
            "children": [asdict(child) for child in children],
        }
        fresh.write_text(json.dumps(stored, indent=1))
        fresh.replace(self.record)

    def children(self) -> list[Process]:
        """Answer the recorded children that still live, told from later owners of their pids."""
        found = [Process(**child) for child in self._read().get("children", [])]
        return [child for child in found if child.is_alive()]

    def supervisor(self) -> Process | None:
        """Answer the living supervisor of this checkout."""
        found = self._read().get("supervisor")
        process = Process(**found) if found else None
        return process if process and process.is_alive() else None

    def _who(self) -> str:
        found = self._read()
        where = f" at http://127.0.0.1:{found['port']}/" if "port" in found else ""
        pid = found.get("supervisor", {}).get("pid", "unknown")
        return f"Fashionistar is already running{where} (process {pid}); `make stop` ends it."

    def _read(self) -> dict[str, Any]:
        try:
            stored: dict[str, Any] = json.loads(self.record.read_text())
            return stored
        except (OSError, ValueError):
            return {}


def _acquired(file: IO[str]) -> bool:
    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
