import os
import signal
import subprocess

import pytest

from fashionistar.servers.processes import Process


@pytest.fixture
def stubborn() -> subprocess.Popen[str]:
    return subprocess.Popen(
        ["sh", "-c", "trap '' TERM; echo up; while :; do sleep 0.05; done"],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_a_pid_of_another_start_is_another_process() -> None:
    me = Process.current()
    assert me.is_alive()
    assert not Process(me.pid, "earlier").is_alive()


def test_a_stranger_with_the_same_pid_is_never_ended(stubborn: subprocess.Popen[str]) -> None:
    Process(stubborn.pid, "earlier").end(grace=0)
    assert stubborn.poll() is None
    os.killpg(stubborn.pid, signal.SIGKILL)
    stubborn.communicate()


def test_who_does_not_listen_is_killed(stubborn: subprocess.Popen[str]) -> None:
    assert stubborn.stdout
    stubborn.stdout.readline()
    process = Process.of(stubborn.pid)
    assert process
    process.end(grace=0.2)
    assert not process.is_alive()
    assert stubborn.wait() == -signal.SIGKILL
    stubborn.stdout.close()


def test_a_zombie_is_dead() -> None:
    child = subprocess.Popen(["true"])
    process = Process.of(child.pid)
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    assert process is None or not process.is_alive()
    child.wait()
