"""Starting, sharing and stopping the servers of a profile."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fashionistar.servers import roles
from fashionistar.servers.places import CHECKOUT, PARTS, SUPERUSER, VALKEYS, Addresses, Places
from fashionistar.servers.postgres import Postgres
from fashionistar.servers.processes import Process
from fashionistar.servers.profiles import PROFILES
from fashionistar.servers.state import State, locked
from fashionistar.servers.valkey import Valkey


def ensure(
    profile: str = "demo", *, checkout: Path = CHECKOUT, parts: frozenset[str] = PARTS
) -> Addresses:
    """Start what is down and leave it running until `stop`.

    :raises ServerTrouble: when a server is missing or does not start.
    """
    places = Places(profile, checkout)
    with locked(places) as state:
        state.kept = True
        _forget_another_checkout(places, state)
        _start(places, parts)
    return places.addresses


@contextmanager
def temporarily(
    profile: str = "demo",
    *,
    checkout: Path = CHECKOUT,
    parts: frozenset[str] = PARTS,
    alone: bool = False,
) -> Iterator[Addresses]:
    """Have the servers inside the block; at its end stop them if nobody else needs them.

    With `alone` other temporary holders do not count: the servers stop with the block, unless
    `ensure` keeps them.

    :raises ServerTrouble: when a server is missing or does not start.
    """
    places, me = Places(profile, checkout), Process.current()
    try:
        with locked(places) as state:
            state.holders.append(me)
            _forget_another_checkout(places, state)
            _start(places, parts)
        yield places.addresses
    finally:
        with locked(places) as state:
            state.holders = [] if alone else _without(state.holders, me)
            if not state.is_needed:
                _stop(places)


def revive(
    profile: str = "demo", *, checkout: Path = CHECKOUT, parts: frozenset[str] = PARTS
) -> bool:
    """Start again what died under its holders and tell whether anything had to be."""
    if addresses(profile, checkout=checkout, parts=parts):
        return False
    places = Places(profile, checkout)
    with locked(places):
        _start(places, parts)
    return True


def addresses(
    profile: str = "demo", *, checkout: Path = CHECKOUT, parts: frozenset[str] = PARTS
) -> Addresses | None:
    """Answer the addresses if every one of `parts` answers now."""
    places = Places(profile, checkout)
    up = all(server.is_up() for name, server in _servers(places).items() if name in parts)
    return places.addresses if up else None


def stop(profile: str = "demo", *, checkout: Path = CHECKOUT) -> None:
    """Stop every server of the profile, whoever holds it."""
    places = Places(profile, checkout)
    if not places.home.exists():
        return
    with locked(places) as state:
        state.kept, state.holders = False, []
        _stop(places)


def delete(profile: str = "demo", *, checkout: Path = CHECKOUT) -> None:
    """Stop every server of the profile and delete all they have stored."""
    stop(profile, checkout=checkout)
    for server in _servers(Places(profile, checkout)).values():
        server.delete()


def _servers(places: Places) -> dict[str, Postgres | Valkey]:
    profile = PROFILES[places.profile]
    settings = {"broker": profile.broker, "cache": profile.cache}
    valkeys = {name: Valkey(places, name, settings[name]) for name in VALKEYS}
    return {"postgres": Postgres(places, profile.postgres), **valkeys}


def _start(places: Places, parts: frozenset[str]) -> None:
    for name, server in _servers(places).items():
        if name in parts and not server.is_up():
            server.start()
            if name == "postgres":
                _make_roles(places)


def _forget_another_checkout(places: Places, state: State) -> None:
    """Delete what was stored outside of a checkout that stood in the same folder and is gone.

    Its uploads went with it: the data would show pictures that are nowhere.
    """
    if state.is_first and places.private != places.home:
        for server in reversed(_servers(places).values()):
            server.stop()
            server.delete()


def _make_roles(places: Places) -> None:
    roles.prepare(
        admin_url=places.database(SUPERUSER, "postgres"),
        owner_url=places.addresses.database_owner_url,
        app_url=places.addresses.database_url,
        app_may_truncate=PROFILES[places.profile].app_may_truncate,
    )


def _stop(places: Places) -> None:
    for server in reversed(_servers(places).values()):
        server.stop()


def _without(holders: list[Process], one: Process) -> list[Process]:
    rest = list(holders)
    if one in rest:
        rest.remove(one)
    return rest
