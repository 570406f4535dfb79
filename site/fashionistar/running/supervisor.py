"""Keeps the demo's programs and servers up until it is told to stop."""

import signal
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from fashionistar.running import announcement, readiness
from fashionistar.running.children import Child
from fashionistar.running.console import say, show
from fashionistar.running.exceptions import NeverReady
from fashionistar.running.tenancy import Tenancy
from fashionistar.servers.lifecycle import revive

READY_WITHIN = 300.0
CRASHES_BEFORE_READY = 5
GRACE = 12.0
BEAT = 0.25
SERVERS_EVERY = 2.0


class Stop(Exception):
    """Somebody asked us to stop."""


@dataclass
class Supervisor:
    """The children of one demo and the loop that watches them."""

    children: list[Child]
    tenancy: Tenancy
    port: int
    checkout: Path
    embedded: frozenset[str]
    _checked_servers: float = field(default=0.0)

    def serve(self) -> None:
        """Start the children, announce the demo once it is ready, and watch until `Stop`.

        :raises NeverReady: when it is not ready within five minutes or a child keeps crashing.
        """
        try:
            self._start(self.children)
            self._wait_until_ready()
            show(announcement.text(self.port))
            while True:
                self._watch()
                time.sleep(BEAT)
        finally:
            self._stop()

    def _wait_until_ready(self) -> None:
        deadline, told = time.monotonic() + READY_WITHIN, ""
        while True:
            self._watch()
            ready, answer = readiness.ask(self.port)
            if ready:
                return
            if time.monotonic() > deadline or self._keeps_crashing():
                raise NeverReady(f"The demo does not become ready: {answer}. See var/log/.")
            if answer != told:
                say(f"Waiting for /readyz: {' '.join(answer.split())[:200]}")
                told = answer
            time.sleep(2 * BEAT)

    def _keeps_crashing(self) -> bool:
        return any(child.crashes >= CRASHES_BEFORE_READY for child in self.children)

    def _watch(self) -> None:
        for child in self.children:
            status = child.note_crash()
            if status is not None:
                say(f"{child.name} ended with status {status}; its last lines:")
                show(child.last_lines())
        self._start([child for child in self.children if child.is_due])
        if self.embedded and time.monotonic() - self._checked_servers > SERVERS_EVERY:
            self._checked_servers = time.monotonic()
            if revive(checkout=self.checkout, parts=self.embedded):
                say("A server had died and was started again")

    def _start(self, children: list[Child]) -> None:
        for child in children:
            say(f"Starting {child.name}")
            child.start()
        if children:
            identities = [child.identity for child in self.children]
            self.tenancy.write(port=self.port, children=[one for one in identities if one])

    def _stop(self) -> None:
        say("Stopping …")
        for child in self.children:
            child.ask_to_stop()
        deadline = time.monotonic() + GRACE
        for child in self.children:
            child.stop(grace=deadline - time.monotonic())


def stop_on_signals() -> None:
    """Turn the first SIGINT, SIGTERM or SIGHUP into `Stop` and ignore the later ones."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN or number != signal.SIGHUP:
            signal.signal(number, _raise_stop)


def _raise_stop(number: int, frame: FrameType | None) -> None:
    for later in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(later, signal.SIG_IGN)
    raise Stop
