"""The programs under the supervisor: each in its own session, dead when the supervisor is."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fashionistar.servers.processes import Process, wait_until

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
HEALTHY_AFTER = 60.0
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


@dataclass
class Child:
    """One program, its log file and how it is doing."""

    name: str
    command: Sequence[str]
    log: Path
    crashes: int = 0
    due: float = 0.0
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)
    _started: float = 0.0

    @property
    def identity(self) -> Process | None:
        return Process.of(self._process.pid) if self._process else None

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start the program with its output in its log file."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as output:
            self._process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=die_with_parent,
            )
        self._started = time.monotonic()

    def note_crash(self) -> int | None:
        """Answer the exit status of a program that just ended by itself, and plan its restart."""
        if self._process is None or self._process.poll() is None:
            return None
        status = self._process.returncode
        self._end_group(signal.SIGKILL)
        self._process = None
        if time.monotonic() - self._started > HEALTHY_AFTER:
            self.crashes = 0
        pause = min(FIRST_PAUSE * 2**self.crashes, LONGEST_PAUSE)
        self.crashes += 1
        self.due = time.monotonic() + pause
        return status

    @property
    def is_due(self) -> bool:
        return self._process is None and time.monotonic() >= self.due

    def ask_to_stop(self) -> None:
        """Ask the program to finish; do not wait."""
        if self.is_running and self._process:
            self._process.terminate()

    def stop(self, *, grace: float) -> None:
        """Wait up to `grace` seconds for the program to finish, then end all of its session."""
        process = self._process
        if process is None:
            return
        wait_until(lambda: process.poll() is not None, timeout=max(grace, 0.0))
        self._end_group(signal.SIGKILL)
        process.wait()
        self._process = None

    def last_lines(self, count: int = 12) -> str:
        """Answer the end of the log."""
        try:
            lines = self.log.read_text(errors="replace").splitlines()
        except OSError:
            return ""
        return "\n".join(f"    {line}" for line in lines[-count:])

    def _end_group(self, number: signal.Signals) -> None:
        if self._process:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, number)


def die_with_parent() -> None:
    """Have the kernel end this process when its parent dies, where the kernel can."""
    if LIBC is not None:
        LIBC.prctl(PR_SET_PDEATHSIG, int(signal.SIGTERM), 0, 0, 0)
