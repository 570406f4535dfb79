"""One Valkey on a Unix socket: the broker or the cache."""

import shutil
import socket
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fashionistar.servers.binaries import valkey_program
from fashionistar.servers.exceptions import ServerNotStarted
from fashionistar.servers.places import Places
from fashionistar.servers.processes import Process, command_line, wait_until


@dataclass(frozen=True)
class Valkey:
    """The Valkey called `name` of one profile."""

    places: Places
    name: str
    settings: Mapping[str, str]

    @property
    def folder(self) -> Path:
        return self.places.home / self.name

    @property
    def socket(self) -> Path:
        return self.places.valkey_socket(self.name)

    @property
    def log(self) -> Path:
        return self.folder / "valkey.log"

    def is_up(self) -> bool:
        """Tell whether the server answers a ping."""
        return self._ask(b"PING").startswith(b"+PONG")

    def start(self) -> None:
        """Start the server and wait until it answers.

        :raises ServerNotStarted: when it does not within 20 s.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        self.socket.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        leftover = self.process()
        if leftover is not None:
            leftover.end()
        self.socket.unlink(missing_ok=True)
        configuration = self.folder / "valkey.conf"
        configuration.write_text(self._configuration())
        subprocess.run(
            [str(valkey_program()), str(configuration)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            cwd=self.folder, check=False,
        )  # fmt: skip
        if not wait_until(self.is_up, timeout=20):
            raise ServerNotStarted(f"The {self.name} Valkey did not start; see {self.log}.")

    def stop(self) -> None:
        """Stop the server, its append-only file written; do nothing if it is down."""
        process = self.process()
        if self._ask(b"PING"):
            self._ask(b"SHUTDOWN")
        if process is not None and not wait_until(lambda: not process.is_alive(), timeout=10):
            process.end()
        self.socket.unlink(missing_ok=True)

    def delete(self) -> None:
        """Delete what a server that is down has stored."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def process(self) -> Process | None:
        """Answer the living process of this server, told from a pid's later owner."""
        try:
            pid = int((self.folder / "valkey.pid").read_text())
        except (OSError, ValueError):
            return None
        line = command_line(pid)
        ours = str(self.socket) in line or str(self.folder) in line
        return Process.of(pid) if ours else None

    def _configuration(self) -> str:
        settings = {
            "port": "0",
            "unixsocket": f'"{self.socket}"',
            "unixsocketperm": "700",
            "dir": f'"{self.folder}"',
            "logfile": f'"{self.log}"',
            "pidfile": f'"{self.folder / "valkey.pid"}"',
            "daemonize": "yes",
            **self.settings,
        }
        return "".join(f"{name} {value}\n" for name, value in settings.items())

    def _ask(self, command: bytes) -> bytes:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
            client.settimeout(5)
            try:
                client.connect(str(self.socket))
                client.sendall(command + b"\r\n")
                return client.recv(256)
            except OSError:
                return b""
