"""Connections to public addresses only, of which none lives longer than half a minute."""

import contextlib
import socket
import threading
from typing import Any

from django.conf import settings
from requests_hardened import Config, HTTPSession
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

CONNECT_SECONDS, READ_SECONDS, LIFE_SECONDS = 5.0, 15.0, 30.0
AGENT = "Fashionistar (fetches pictures of imported products)"


def session() -> HTTPSession:
    """Return a session that resolves each host once, refuses private addresses, follows nothing."""
    config = Config(
        ip_filter_enable=True,
        ip_filter_allow_loopback_ips=settings.FETCH_ALLOWS_LOOPBACK,
        never_redirect=True,
        default_timeout=(CONNECT_SECONDS, READ_SECONDS),
        user_agent_override=AGENT,
    )
    found = HTTPSession(config)
    found.trust_env = False
    for adapter in found.adapters.values():
        adapter.poolmanager.pool_classes_by_scheme = {"http": _Pool, "https": _SecurePool}
    return found


class _Mortal:
    """Shuts its socket down when its time is up, however slowly the other side trickles."""

    _timer: threading.Timer | None = None
    _spare: socket.socket | None = None

    def _new_conn(self) -> socket.socket:
        made: socket.socket = super()._new_conn()  # type: ignore[misc]
        self._spare = made.dup()
        self._timer = threading.Timer(LIFE_SECONDS, _end, [self._spare])
        self._timer.daemon = True
        self._timer.start()
        return made

    def close(self) -> None:
        if self._timer is not None and self._spare is not None:
            self._timer.cancel()
            self._spare.close()
        super().close()  # type: ignore[misc]


def _end(spare: socket.socket) -> None:
    with contextlib.suppress(OSError):
        spare.shutdown(socket.SHUT_RDWR)


class _Connection(_Mortal, HTTPConnection):
    pass


class _SecureConnection(_Mortal, HTTPSConnection):
    pass


class _Pool(HTTPConnectionPool):
    ConnectionCls: Any = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls: Any = _SecureConnection
