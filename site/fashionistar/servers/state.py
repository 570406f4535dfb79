"""Who needs the servers of a profile: kept in a file, changed under a lock."""

import fcntl
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field

from fashionistar.servers.exceptions import ServersBusy
from fashionistar.servers.places import Places
from fashionistar.servers.processes import Process

LOCK_PATIENCE = 120.0


@dataclass
class State:
    """`kept` servers stay up until told to stop; otherwise until their last holder leaves.

    It `is_first` where this checkout has never had any.
    """

    kept: bool = False
    holders: list[Process] = field(default_factory=list)
    is_first: bool = False

    @property
    def is_needed(self) -> bool:
        return self.kept or any(holder.is_alive() for holder in self.holders)


@contextmanager
def locked(places: Places) -> Iterator[State]:
    """Hold the profile's lock and answer its state, which is written back at the end.

    :raises ServersBusy: when somebody holds the lock for two minutes.
    """
    places.home.mkdir(parents=True, exist_ok=True)
    with places.lock.open("w") as file:
        _acquire(file.fileno())
        state = _read(places)
        try:
            yield state
        finally:
            _write(places, state)


def _acquire(descriptor: int) -> None:
    deadline = time.monotonic() + LOCK_PATIENCE
    while True:
        try:
            return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise ServersBusy("Another process is busy with the servers; try again.") from None
            time.sleep(0.05)


def _read(places: Places) -> State:
    try:
        stored = json.loads(places.state.read_text())
        holders = [Process(**holder) for holder in stored["holders"]]
        return State(kept=stored["kept"], holders=[one for one in holders if one.is_alive()])
    except FileNotFoundError:
        return State(is_first=True)
    except (OSError, ValueError, KeyError, TypeError):
        return State()


def _write(places: Places, state: State) -> None:
    stored = {
        "kept": state.kept,
        "holders": [asdict(holder) for holder in state.holders],
        "addresses": asdict(places.addresses),
    }
    fresh = places.state.with_suffix(".new")
    fresh.write_text(json.dumps(stored, indent=1))
    fresh.replace(places.state)
