"""The port the demo is served on."""

import errno
import socket
from collections.abc import Mapping

from fashionistar.running.exceptions import PortUnusable

HOST = "127.0.0.1"
HIGHEST = 65_535


def wanted(variables: Mapping[str, str]) -> int:
    """Answer the port in PORT, 8000 if unset.

    :raises PortUnusable: when PORT is no port number.
    """
    text = variables.get("PORT") or "8000"
    if not (text.isascii() and text.isdigit()) or not 0 < int(text) <= HIGHEST:
        raise PortUnusable(f"PORT must be a number from 1 to {HIGHEST}, not {text!r}.")
    return int(text)


def address(variables: Mapping[str, str]) -> str:
    """Answer the address that stored documents carry: SHOP_URL, else ours on the port wanted."""
    return variables.get("SHOP_URL") or f"http://{HOST}:{wanted(variables)}"


def require_free(port: int) -> None:
    """Make sure nobody listens on `port`.

    :raises PortUnusable: when somebody does, or we may not.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
            probe.listen(1)
        except OSError as error:
            taken = error.errno == errno.EADDRINUSE
            reason = "is taken" if taken else f"cannot be used ({error.strerror})"
            raise PortUnusable(
                f"Port {port} {reason}: free it or choose another, e.g. `make run PORT=8080`."
            ) from error
