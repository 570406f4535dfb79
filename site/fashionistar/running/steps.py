"""One long step: a command whose output goes to a log and whose progress is told now and then."""

import os
import subprocess
import sys
import time
from collections import deque
from pathlib import Path

from fashionistar.running.console import say, show
from fashionistar.running.exceptions import PreparationFailed

TOLD_EVERY = 3.0
WIDEST = 100
SHOWN_OF_A_FAILURE = 40


def command(title: str, *arguments: str, checkout: Path, role: str = "app") -> None:
    """Run `manage.py` with `arguments` as database role `role`.

    :raises PreparationFailed: when it fails, its last lines shown.
    """
    say(f"{title} …")
    began = time.monotonic()
    last = _run([sys.executable, str(checkout / "manage.py"), *arguments], checkout, role)
    if last is not None:
        show("\n".join(last))
        raise PreparationFailed(f"`manage.py {' '.join(arguments)}` failed; see above.")
    say(f"{title}: done in {time.monotonic() - began:.0f} s")


def _run(line: list[str], checkout: Path, role: str) -> deque[str] | None:
    log = checkout / "var" / "log" / "preparation.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    last: deque[str] = deque(maxlen=SHOWN_OF_A_FAILURE)
    told = time.monotonic()
    with log.open("a") as file, _started(line, role) as process:
        try:
            for text in process.stdout or ():
                file.write(text)
                last.append(text.rstrip())
                if time.monotonic() - told > TOLD_EVERY and text.strip():
                    show(f"    {text.strip()[:WIDEST]}")
                    told = time.monotonic()
        except BaseException:
            process.kill()
            raise
    return last if process.returncode else None


def _started(line: list[str], role: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        line,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env={**os.environ, "DATABASE_ROLE": role, "PYTHONUNBUFFERED": "1"},
    )
