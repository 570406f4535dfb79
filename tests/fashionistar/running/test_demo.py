import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from fashionistar import servers
from fashionistar.running import demo
from fashionistar.servers.places import CHECKOUT, Places
from fashionistar.servers.postgres import Postgres
from fashionistar.servers.processes import Process, wait_until
from tests.fashionistar.running import stand

PATIENCE = 120  # Seconds: a machine may be slow.
Start = Callable[[], subprocess.Popen[str]]
EMBEDDED = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "CACHE_URL", "DATABASE_ROLE")


@pytest.fixture
def checkout(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    demo.stop(tmp_path)
    servers.delete("demo", checkout=tmp_path)


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        found: int = probe.getsockname()[1]
    return found


@pytest.fixture
def start(checkout: Path, port: int) -> Iterator[Start]:
    started: list[subprocess.Popen[str]] = []

    def run() -> subprocess.Popen[str]:
        kept = {name: value for name, value in os.environ.items() if name not in EMBEDDED}
        process = subprocess.Popen(
            [sys.executable, stand.ME, "serve", str(checkout)],
            env=kept
            | {
                "PORT": str(port),
                "PYTHONPATH": f"{CHECKOUT}{os.pathsep}{CHECKOUT / 'site'}",
                "DJANGO_SETTINGS_MODULE": "fashionistar.settings.dev",
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield run
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def read_until(process: subprocess.Popen[str], text: str) -> str:
    assert process.stdout
    read = ""
    for line in process.stdout:
        read += line
        if text in line:
            return read
    raise AssertionError(f"{text!r} never came in:\n{read}")


def recorded(checkout: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((checkout / "var/demo/running.json").read_text())
    return found


def children(checkout: Path) -> list[Process]:
    return [Process(**child) for child in recorded(checkout)["children"]]


def server_processes(checkout: Path) -> list[Process]:
    places = Places("demo", checkout)
    pids = [int((places.home / name / "valkey.pid").read_text()) for name in ("broker", "cache")]
    found = [Postgres(places, {}).postmaster(), *map(Process.of, pids)]
    return [process for process in found if process]


def in_session_of(process: Process) -> list[str]:
    listed = subprocess.run(
        ["ps", "-o", "pid=,stat=", "-s", str(process.pid)], capture_output=True, text=True
    ).stdout
    return [line for line in listed.splitlines() if "Z" not in line]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_every_process(start: Start, checkout: Path, number: int) -> None:
    supervisor = start()
    shown = read_until(supervisor, "make reset")
    assert "vendor1 … vendor6@fashionistar.example" in shown
    everything = children(checkout) + server_processes(checkout)
    assert len(everything) == 5
    supervisor.send_signal(number)
    supervisor.send_signal(number)
    assert supervisor.wait(timeout=PATIENCE) == 0
    assert not [process for process in everything if process.is_alive()]
    assert not [pid for process in everything for pid in in_session_of(process)]


def test_a_second_start_says_that_one_is_running(start: Start, port: int) -> None:
    read_until(start(), "make reset")
    second = start()
    output, _ = second.communicate(timeout=PATIENCE)
    assert second.returncode == 1
    assert f"already running at http://127.0.0.1:{port}/" in output
    assert len(output.splitlines()) == 1


def test_a_taken_port_is_one_sentence(start: Start, checkout: Path, port: int) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        process = start()
        output, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert (
        output == f"Port {port} is taken: free it or choose another, e.g. `make run PORT=8080`.\n"
    )
    assert not server_processes_exist(checkout)


def server_processes_exist(checkout: Path) -> bool:
    return servers.addresses("demo", checkout=checkout) is not None


def test_the_children_die_with_a_killed_supervisor_and_the_next_start_copes(
    start: Start, checkout: Path
) -> None:
    first = start()
    read_until(first, "make reset")
    orphans = children(checkout)
    first.kill()
    first.wait()
    if sys.platform == "linux":
        assert wait_until(lambda: not any(map(Process.is_alive, orphans)), timeout=PATIENCE)
    second = start()
    read_until(second, "make reset")
    assert not any(map(Process.is_alive, orphans))
    everything = server_processes(checkout)
    second.terminate()
    assert second.wait(timeout=PATIENCE) == 0
    assert not [process for process in everything if process.is_alive()]


def test_a_crashed_child_is_told_and_started_again(start: Start, checkout: Path, port: int) -> None:
    supervisor = start()
    read_until(supervisor, "make reset")
    victim = children(checkout)[0]
    os.killpg(victim.pid, signal.SIGKILL)
    assert "web ended with status -9" in read_until(supervisor, "Starting web")
    assert wait_until(lambda: answers(port), timeout=PATIENCE)


def test_a_crashed_server_is_started_again(start: Start, checkout: Path) -> None:
    supervisor = start()
    read_until(supervisor, "make reset")
    os.kill(server_processes(checkout)[0].pid, signal.SIGKILL)
    read_until(supervisor, "A server had died and was started again")
    assert server_processes_exist(checkout)


def test_reset_ends_the_demo_and_deletes_its_data(start: Start, checkout: Path) -> None:
    supervisor = start()
    read_until(supervisor, "make reset")
    (checkout / "var" / "media").mkdir()
    demo.reset(checkout)
    assert supervisor.wait(timeout=PATIENCE) == 0
    assert not Places("demo", checkout).data.exists()
    assert not (checkout / "var" / "media").exists()


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2) as response:
            return bool(response.status == 200)
    except OSError:
        return False
