"""The demo of a checkout: serve it, end it, start it over."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from fashionistar import servers
from fashionistar.running import port as ports
from fashionistar.running import preparation, programs
from fashionistar.running.children import Child
from fashionistar.running.console import say
from fashionistar.running.supervisor import Supervisor
from fashionistar.running.tenancy import Tenancy
from fashionistar.servers.environment import provided
from fashionistar.servers.places import CHECKOUT
from fashionistar.servers.versions import require_supported

STOPPING_TAKES = 60.0
Programs = Callable[[int, Path], list[Child]]


def serve(
    checkout: Path = CHECKOUT,
    *,
    prepare: Callable[[Path], None] = preparation.prepare,
    programs: Programs = programs.all_of_them,
) -> None:
    """Serve the demo until `Stop` comes: servers first, then `prepare`, then the programs.

    :raises RunningTrouble: when it cannot be served.
    :raises ServerTrouble: when a database or broker does not start or suit.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fashionistar.settings.dev")
    port = ports.wanted(os.environ)
    tenancy = Tenancy(checkout / "var" / "demo")
    with tenancy.taken(port=port):
        ports.require_free(port)
        say("Starting PostgreSQL and Valkey")
        with provided(checkout=checkout, alone=True) as embedded:
            require_supported(os.environ, embedded=embedded)
            prepare(checkout)
            children = programs(port, checkout / "var")
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
