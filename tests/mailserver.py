"""A mail server that speaks SMTP over a socket, can be stopped and started, and can be slow."""

import email
import email.policy
import socketserver
import threading
import time
from email.message import EmailMessage
from typing import Any, cast


class MailServer:
    """Listens on a port of this machine while it is up and keeps what it took in `taken`."""

    def __init__(self, port: int, *, pause: float = 0) -> None:
        self.port, self.pause = port, pause
        self.taken: list[EmailMessage] = []
        self.calls = 0
        self._server: _Server | None = None

    def start(self) -> "MailServer":
        """Begin to listen."""
        self._server = _Server(("127.0.0.1", self.port), _Talk)
        self._server.owner = self
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def stop(self) -> None:
        """Listen no longer: whoever calls is refused."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def __enter__(self) -> "MailServer":
        return self.start()

    def __exit__(self, *args: Any) -> None:
        self.stop()

    def readers(self) -> list[str]:
        """Return to whom mail came, in order of the alphabet."""
        return sorted(str(each["To"]) for each in self.taken)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True
    owner: MailServer


class _Talk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        owner = cast(_Server, self.server).owner
        owner.calls += 1
        time.sleep(owner.pause)
        self._say("220 ready")
        while line := self.rfile.readline():
            word = line[:4].upper().strip()
            if word == b"QUIT":
                self._say("221 bye")
                return
            if word == b"DATA":
                self._say("354 go on")
                owner.taken.append(self._letter())
            self._say("250 ok")

    def _letter(self) -> EmailMessage:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        found = email.message_from_bytes(b"".join(lines), policy=email.policy.default)
        return cast(EmailMessage, found)

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())
