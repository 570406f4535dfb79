"""The production web server over a database of its own, for tests that knock from outside."""

import itertools
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psycopg
from django.conf import settings
from django.db import connections

from fashionistar.running.port import HOST
from tests import databases

ROOT = Path(__file__).resolve().parents[2]
WORKERS, THREADS = 2, 8
PATIENCE = 120  # Seconds: a machine may be slow.
_numbers = itertools.count(1)


@contextmanager
def database() -> Iterator[str]:
    """Clone a database, let this process work in it, and drop it afterwards."""
    name = f"fx_flow_{os.getpid()}_{next(_numbers)}"
    before = settings.DATABASES["default"]["NAME"]
    databases.clone(name)
    try:
        _switch(name)
        yield name
    finally:
        _switch(before)
        databases.drop(name)


@contextmanager
def served(name: str, log: Path, *, port: int = 0, **variables: str) -> Iterator[str]:
    """Serve the database `name` with 2 workers of 8 threads and answer the base URL."""
    port = port or free_port()
    with log.open("wb") as output:
        process = subprocess.Popen(
            [
                sys.executable, "-m", "granian", "fashionistar.wsgi:application",
                "--interface", "wsgi", "--host", HOST, "--port", str(port),
                "--workers", str(WORKERS), "--blocking-threads", str(THREADS),
                "--backlog", "1024", "--no-ws",
            ],
            cwd=ROOT,
            env=environment(name, variables),
            stdout=output,
            stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            _wait(process, f"http://{HOST}:{port}", log)
            yield f"http://{HOST}:{port}"
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


@contextmanager
def working(name: str, folder: Path, **variables: str) -> Iterator[None]:
    """Have a worker and beat over the database `name`, whose messages are their own."""
    celery = [sys.executable, "-m", "celery", "--app", "fashionistar.celery:app"]
    quiet = ["--loglevel", "INFO"]
    commands = {
        "worker": [*celery, "worker", "--pool", "solo", *quiet],
        "beat": [*celery, "beat", "--schedule", str(folder / "beat"), "--pidfile=", *quiet],
    }
    started = []
    try:
        for each, command in commands.items():
            with (folder / f"{each}.log").open("wb") as output:
                started.append(
                    subprocess.Popen(
                        command,
                        cwd=ROOT,
                        env=environment(name, variables),
                        stdout=output,
                        stderr=subprocess.STDOUT,
                    )
                )
        yield
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.wait(timeout=PATIENCE)


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def drop_constraint(name: str, *, table: str, constraint: str) -> None:
    """Take a constraint off a throw-away database, as its owner."""
    url = databases.url_of(name, os.environ["DATABASE_OWNER_URL"])
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"ALTER TABLE {table} DROP CONSTRAINT {constraint}")


def _switch(name: str) -> None:
    connections.close_all()
    settings.DATABASES["default"]["NAME"] = name
    connections["default"].settings_dict["NAME"] = name


def environment(name: str, variables: dict[str, str]) -> dict[str, str]:
    """Return what a process over the database `name` finds in its environment."""
    return {
        **os.environ,
        "DATABASE_URL": databases.url_of(name, os.environ["DATABASE_URL"]),
        "DJANGO_SETTINGS_MODULE": "fashionistar.settings.test",
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site")]),
        **variables,
    }


def _wait(process: subprocess.Popen[bytes], base: str, log: Path) -> None:
    late = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < late:
        try:
            if httpx.get(f"{base}/healthz", timeout=2).status_code < 500:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError(f"The server did not start: {log.read_text()[-2000:]}")
