"""The door: serve, stop or reset the demo of this checkout."""

import os
import shutil
import sys
from pathlib import Path

from fashionistar import servers
from fashionistar.running import port as ports
from fashionistar.running import programs
from fashionistar.running.console import complain, say, unbuffered
from fashionistar.running.exceptions import RunningTrouble
from fashionistar.running.fingerprints import Ledger
from fashionistar.running.preparation import Preparation
from fashionistar.running.supervisor import Stop, Supervisor, stop_on_signals
from fashionistar.running.tenancy import Tenancy
from fashionistar.servers import ServerTrouble
from fashionistar.servers.environment import provided
from fashionistar.servers.places import CHECKOUT
from fashionistar.servers.versions import require_supported

STOPPING_TAKES = 60.0


def serve(checkout: Path = CHECKOUT) -> None:
    """Serve the demo until a signal comes.

    :raises RunningTrouble: when it cannot be served.
    :raises ServerTrouble: when a database or broker does not start or suit.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fashionistar.settings.dev")
    port, home = ports.wanted(os.environ), checkout / "var" / "demo"
    tenancy = Tenancy(home)
    with tenancy.taken(port=port):
        ports.require_free(port)
        say("Starting PostgreSQL and Valkey")
        with provided(checkout=checkout, alone=True) as embedded:
            require_supported(os.environ, embedded=embedded)
            Preparation(checkout, Ledger(home / "prepared.json")).run()
            children = programs.all_of_them(port=port, folder=checkout / "var")
            Supervisor(children, tenancy, port, checkout, embedded).serve()


def stop(checkout: Path = CHECKOUT) -> None:
    """End the demo that runs in this checkout, and its servers."""
    tenancy = Tenancy(checkout / "var" / "demo")
    supervisor = tenancy.supervisor()
    if supervisor:
        supervisor.end(grace=STOPPING_TAKES)
    for leftover in tenancy.children():
        leftover.end()
    servers.stop("demo", checkout=checkout)


def reset(checkout: Path = CHECKOUT) -> None:
    """End the demo and delete its data."""
    stop(checkout)
    servers.delete("demo", checkout=checkout)
    for name in ("demo", "media", "static", "log"):
        shutil.rmtree(checkout / "var" / name, ignore_errors=True)
    say("The demo's data is gone; `make run` starts over")


def main(arguments: list[str]) -> int:
    """Do what the first argument says; answer the exit status."""
    doors = {"serve": serve, "stop": stop, "reset": reset}
    door = doors.get(arguments[0] if arguments else "serve")
    if door is None:
        complain(f"Say one of: {', '.join(doors)}.")
        return 2
    unbuffered()
    if door is serve:
        stop_on_signals()
    try:
        door()
    except Stop:
        say("Stopped")
    except (RunningTrouble, ServerTrouble) as trouble:
        complain(trouble)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
