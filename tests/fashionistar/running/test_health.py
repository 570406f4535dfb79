import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from fashionistar.running.health import is_healthy


class Picky(BaseHTTPRequestHandler):
    """Answers 200 on /healthz to those who call it by its name."""

    def do_GET(self) -> None:
        known = self.headers["Host"] == "shop.example.com"
        self.send_response(200 if known and self.path == "/healthz" else 400)
        self.end_headers()


@pytest.fixture
def port() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Picky)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield str(server.server_port)
    server.shutdown()
    thread.join()
    server.server_close()


def test_health_is_asked_by_the_first_allowed_name(port: str) -> None:
    assert is_healthy("healthz", {"PORT": port, "ALLOWED_HOSTS": "shop.example.com,other"})
    assert not is_healthy("healthz", {"PORT": port})


def test_any_other_answer_is_unhealthy(port: str) -> None:
    known = {"ALLOWED_HOSTS": "shop.example.com"}
    assert not is_healthy("readyz", {"PORT": port, **known})
    assert not is_healthy("healthz", {"PORT": "1", **known})
