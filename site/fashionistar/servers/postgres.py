"""One PostgreSQL cluster: made, started, stopped, whatever state it was left in."""

import os
import pwd
import shlex
import shutil
import socket
import stat
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fashionistar.servers.binaries import postgres_programs
from fashionistar.servers.exceptions import (
    ParentModeChanged,
    ServerNotStarted,
    ServerUserMissing,
)
from fashionistar.servers.places import SUPERUSER, Places
from fashionistar.servers.processes import Process, command_line

SYSTEM_USER = "pgserver"
PATIENCE = 20.0


@dataclass(frozen=True)
class Postgres:
    """The cluster of one profile."""

    places: Places
    settings: Mapping[str, str]

    def is_up(self) -> bool:
        """Tell whether the server takes connections on its socket."""
        return accepts(self.places.postgres_socket)

    def start(self) -> None:
        """Start the server, first making the cluster if there is none.

        :raises ServerNotStarted: with the end of its log.
        :raises ParentModeChanged: when a folder above the data was opened to others.
        """
        with _unchanged_modes(self.places.private):
            self._make_folders()
            if not (self.places.data / "PG_VERSION").exists():
                self._make_cluster()
            self._forget_dead_postmaster()
            self._launch()

    def stop(self) -> None:
        """Stop the server fast but cleanly; do nothing if it is down."""
        postmaster = self.postmaster()
        if postmaster is None:
            return
        for mode in ("fast", "immediate"):
            self._run("pg_ctl", "stop", "-w", "-t", "20", "-m", mode, "-D", self.places.data)
            if not postmaster.is_alive():
                return
        postmaster.end()

    def delete(self) -> None:
        """Delete the cluster of a server that is down."""
        folders = [self.places.data, self.places.postgres_sockets]
        if self.runs_as_other_user:
            folders.append(self.places.private)
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)
        self.log.unlink(missing_ok=True)

    def postmaster(self) -> Process | None:
        """Answer the living postmaster of this cluster, told from a pid's later owner."""
        try:
            pid = int((self.places.data / "postmaster.pid").read_text().splitlines()[0])
        except (OSError, ValueError, IndexError):
            return None
        return Process.of(pid) if str(self.places.data) in command_line(pid) else None

    @property
    def log(self) -> Path:
        return self.places.private / "postgres.log"

    @property
    def runs_as_other_user(self) -> bool:
        return os.geteuid() == 0

    def _make_folders(self) -> None:
        self.places.private.mkdir(parents=True, exist_ok=True)
        if self.runs_as_other_user:
            for folder in (self.places.private, *self.places.private.parents[:2]):
                folder.chmod(0o755)
        sockets = self.places.postgres_sockets
        sockets.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._give_away(sockets)
        self.log.touch()
        self._give_away(self.log, mode=0o600)

    def _make_cluster(self) -> None:
        fresh = self.places.data.with_name("postgres.new")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        self._give_away(fresh)
        done = self._run(
            "initdb", "--username", SUPERUSER, "--auth=trust", "--encoding=UTF8",
            "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-sync",
            "-D", fresh,
        )  # fmt: skip
        if done.returncode:
            raise ServerNotStarted(f"PostgreSQL could not make its data folder: {done.stdout}")
        shutil.rmtree(self.places.data, ignore_errors=True)
        fresh.rename(self.places.data)

    def _forget_dead_postmaster(self) -> None:
        if self.postmaster() is None:
            (self.places.data / "postmaster.pid").unlink(missing_ok=True)
            for name in (".s.PGSQL.5432", ".s.PGSQL.5432.lock"):
                (self.places.postgres_sockets / name).unlink(missing_ok=True)

    def _launch(self) -> None:
        settings = {"unix_socket_directories": str(self.places.postgres_sockets), **self.settings}
        options = " ".join(
            f"-c {shlex.quote(f'{name}={value}')}" for name, value in settings.items()
        )
        deadline = time.monotonic() + PATIENCE
        while True:
            self._run(
                "pg_ctl", "start", "-w", "-t", "60", "-D", self.places.data, "-l", self.log,
                "-o", options,
            )  # fmt: skip
            if self.is_up():
                return
            if time.monotonic() > deadline:
                raise ServerNotStarted(f"PostgreSQL did not start:\n{_tail(self.log)}")
            time.sleep(0.3)

    def _run(self, program: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        programs = postgres_programs(self.places, as_other_user=self.runs_as_other_user)
        identity: dict[str, object] = {}
        if self.runs_as_other_user:
            account = system_account()
            identity = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
        output = self.places.private / f"{program}.out"
        with output.open("w+") as file:
            done = subprocess.run(  # type: ignore[call-overload]
                [str(programs / program), *map(str, arguments)],
                stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT,
                cwd=self.places.private, env=_environment(), check=False, **identity,
            )  # fmt: skip
            file.seek(0)
            done.stdout = file.read()
        output.unlink()
        return done  # type: ignore[no-any-return]

    def _give_away(self, path: Path, *, mode: int = 0o700) -> None:
        path.chmod(mode)
        if self.runs_as_other_user:
            account = system_account()
            os.chown(path, account.pw_uid, account.pw_gid)


def accepts(path: Path) -> bool:
    """Tell whether something listens on the Unix socket at `path`."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(2)
        try:
            client.connect(str(path))
        except OSError:
            return False
        return True


def system_account() -> pwd.struct_passwd:
    """Answer the system user that runs PostgreSQL for root, making it if need be.

    :raises ServerUserMissing: when it neither exists nor can be made.
    """
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        _make_account()
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError as error:
        raise ServerUserMissing(
            f"PostgreSQL does not run as root and the system user {SYSTEM_USER} could not be "
            "made: create it, or run as another user."
        ) from error


def _make_account() -> None:
    command = ["useradd", "--system", "--user-group", "--no-create-home", SYSTEM_USER]
    if shutil.which("useradd"):
        subprocess.run(command, capture_output=True, check=False)


@contextmanager
def _unchanged_modes(folder: Path) -> Iterator[None]:
    before = {path: stat.S_IMODE(path.stat().st_mode) for path in folder.parents if path.exists()}
    yield
    for path, mode in before.items():
        if stat.S_IMODE(path.stat().st_mode) != mode:
            raise ParentModeChanged(f"The permissions of {path} changed while PostgreSQL started.")


def _environment() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}


def _tail(path: Path, lines: int = 15) -> str:
    try:
        return "\n".join(path.read_text(errors="replace").splitlines()[-lines:])
    except OSError:
        return ""
