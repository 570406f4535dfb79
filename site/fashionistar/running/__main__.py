"""The door: ``python -m fashionistar.running [serve|stop|reset]``."""

import sys
from collections.abc import Callable

from fashionistar.running import demo
from fashionistar.running.console import complain, say, unbuffered
from fashionistar.running.exceptions import RunningTrouble
from fashionistar.running.supervisor import Stop, stop_on_signals
from fashionistar.servers import ServerTrouble


def main(arguments: list[str]) -> int:
    """Do what the first argument says; answer the exit status."""
    doors = {"serve": demo.serve, "stop": demo.stop, "reset": demo.reset}
    door = doors.get(arguments[0] if arguments else "serve")
    if door is None:
        complain(f"Say one of: {', '.join(doors)}.")
        return 2
    return run(door)


def run(door: Callable[[], None]) -> int:
    """Run `door` until it ends or a signal comes; what is wrong is one sentence and status 1."""
    unbuffered()
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
