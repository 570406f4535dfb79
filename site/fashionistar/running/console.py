"""What the demo tells whoever started it, with or without a terminal."""

import os
import sys


def say(line: str) -> None:
    """Tell one step of progress."""
    show(f"· {line}")


def show(text: str) -> None:
    """Show `text` as it is, at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def complain(text: object) -> None:
    """Tell what is wrong."""
    sys.stderr.write(f"{text}\n")


def unbuffered() -> None:
    """Have the output of the commands we run come in order with ours."""
    os.environ["PYTHONUNBUFFERED"] = "1"
