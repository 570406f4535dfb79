"""Processes by identity: a pid alone may belong to somebody else after a restart."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

PROC = Path("/proc")
FIRST_FIELD_AFTER_NAME = 3
STATE_FIELD, START_FIELD = 3, 22


@dataclass(frozen=True, slots=True)
class Process:
    """One process: its pid and the moment it started, which together are never reused."""

    pid: int
    started: str

    @classmethod
    def of(cls, pid: int) -> Self | None:
        """Answer the living process `pid`, or None."""
        started = _started(pid)
        return cls(pid, started) if started else None

    @classmethod
    def current(cls) -> Self:
        """Answer the process that calls."""
        return cls(os.getpid(), _started(os.getpid()))

    def is_alive(self) -> bool:
        """Tell whether this very process still runs; a zombie does not."""
        return _started(self.pid) == self.started

    def end(self, *, grace: float = 10.0) -> None:
        """End the process, politely for `grace` seconds and then not."""
        for number, patience in ((signal.SIGTERM, grace), (signal.SIGKILL, 5.0)):
            if not self.is_alive():
                return
            _signal(self.pid, number)
            wait_until(lambda: not self.is_alive(), timeout=patience)


def wait_until(condition: Callable[[], bool], *, timeout: float, pause: float = 0.02) -> bool:
    """Wait up to `timeout` seconds for `condition()` and answer whether it came true."""
    deadline = time.monotonic() + timeout
    while not condition():
        if time.monotonic() >= deadline:
            return False
        time.sleep(pause)
    return True


def command_line(pid: int) -> str:
    """Answer the command line of `pid`, arguments apart by blanks; empty if there is none."""
    if PROC.joinpath("self").exists():
        try:
            return (PROC / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode().strip()
        except OSError:
            return ""
    return _ps(pid, "command")


def _signal(pid: int, number: signal.Signals) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return


def _started(pid: int) -> str:
    if not PROC.joinpath("self").exists():
        return _ps(pid, "lstart")
    try:
        text = (PROC / str(pid) / "stat").read_text()
    except OSError:
        return ""
    fields = text.rpartition(")")[2].split()
    if fields[STATE_FIELD - FIRST_FIELD_AFTER_NAME] in "ZX":
        return ""
    return f"{_boot()}/{fields[START_FIELD - FIRST_FIELD_AFTER_NAME]}"


def _boot() -> str:
    try:
        return (PROC / "sys/kernel/random/boot_id").read_text().strip()[:8]
    except OSError:
        return ""


def _ps(pid: int, column: str) -> str:
    found = subprocess.run(
        ["ps", "-o", f"state=,{column}=", "-p", str(pid)], capture_output=True, text=True
    )
    state, _, value = found.stdout.strip().partition(" ")
    return "" if state.startswith("Z") else value.strip()
