"""Fetching from a real server on loopback, which only tests may do."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from common.providers.exceptions import PermanentProviderError, ProviderError
from common.providers.web import connections, fetch
from tests.common.providers.web.server import Site, serving

LIMIT = 1024 * 1024
NOT_PUBLIC = "The address is not public."


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


def test_it_brings_what_lies_there_also_after_a_redirect(site: Site) -> None:
    at = site.page("/a.jpg", b"picture")
    assert fetch(at, most_bytes=LIMIT) == b"picture"
    assert fetch(site.moved("/b.jpg", "/a.jpg"), most_bytes=LIMIT) == b"picture"


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.1", "localhost", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1",
        "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "0.0.0.0", "[::]",
    ],
)  # fmt: skip
def test_this_machine_is_not_public_however_it_is_written(
    site: Site, settings: Any, host: str
) -> None:
    settings.FETCH_ALLOWS_LOOPBACK = False
    site.page("/a.jpg", b"picture")
    with pytest.raises(PermanentProviderError, match=NOT_PUBLIC):
        fetch(site.url("/a.jpg", host), most_bytes=LIMIT)
    assert site.asked == []


@pytest.mark.parametrize(
    "host",
    [
        "10.0.0.1", "192.168.1.1", "172.16.0.9", "169.254.169.254", "100.64.0.1", "2852039166",
        "0xa9fea9fe", "[::ffff:10.0.0.1]", "[::ffff:a9fe:a9fe]", "[fe80::1]", "[fd00::1]",
        "[64:ff9b::a00:1]", "[2002:a00:1::]", "224.0.0.1", "255.255.255.255", "198.18.0.1",
    ],
)  # fmt: skip
def test_no_private_address_is_asked_straight_or_after_a_redirect(site: Site, host: str) -> None:
    for url in (f"http://{host}/x.jpg", site.moved("/go", f"http://{host}/x.jpg")):
        with pytest.raises(PermanentProviderError, match=NOT_PUBLIC):
            fetch(url, most_bytes=LIMIT)


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://i.example/x", "gopher://127.0.0.1:6379/_x", "http://a:b@i.example/"]
)  # fmt: skip
def test_nothing_but_plain_web_addresses_after_a_redirect(site: Site, to: str) -> None:
    with pytest.raises(PermanentProviderError, match="not a plain http or https one"):
        fetch(site.moved("/go", to), most_bytes=LIMIT)


def test_redirects_end(site: Site) -> None:
    with pytest.raises(PermanentProviderError, match="redirects more than 4 times"):
        fetch(site.moved("/round", "/round"), most_bytes=LIMIT)
    assert len(site.asked) == 5


@pytest.mark.parametrize("status", [301, 403, 404, 429, 500, 503])
def test_other_answers_are_tried_again(site: Site, status: int) -> None:
    with pytest.raises(ProviderError, match=str(status)) as caught:
        fetch(site.page("/a.jpg", b"no", status=status), most_bytes=LIMIT)
    assert not isinstance(caught.value, PermanentProviderError)


def test_too_much_is_not_read_whatever_the_header_says(site: Site) -> None:
    told = site.page("/told.jpg", b"", Content_Length=str(LIMIT + 1))

    def endless(asked: BaseHTTPRequestHandler) -> None:
        asked.send_response(200)
        asked.end_headers()
        while True:
            asked.wfile.write(b"\xff" * 65536)

    site.pages["/endless.jpg"] = endless
    for url in (told, site.url("/endless.jpg")):
        with pytest.raises(PermanentProviderError, match="larger than 1 MB"):
            fetch(url, most_bytes=LIMIT)


def test_a_packed_answer_is_refused_unread(site: Site) -> None:
    with pytest.raises(PermanentProviderError, match="packed"):
        fetch(site.page("/a.jpg", b"x", Content_Encoding="gzip"), most_bytes=LIMIT)


def test_a_cut_answer_may_work_later(site: Site) -> None:
    with pytest.raises(ProviderError, match="not to the end"):
        fetch(site.page("/a.jpg", b"half", Content_Length="100"), most_bytes=LIMIT)


@pytest.mark.parametrize(
    "start", [b"HTTP/1.1 200 OK\r\nX-Slow: ", b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n"]
)
def test_a_trickle_is_ended(site: Site, monkeypatch: pytest.MonkeyPatch, start: bytes) -> None:
    monkeypatch.setattr(connections, "LIFE_SECONDS", 0.5)
    over = threading.Event()

    def trickle(asked: BaseHTTPRequestHandler) -> None:
        asked.wfile.write(start)
        while not over.wait(0.05):
            asked.wfile.write(b"x")

    site.pages["/slow.jpg"] = trickle
    began = time.monotonic()
    with pytest.raises(ProviderError):
        fetch(site.url("/slow.jpg"), most_bytes=LIMIT)
    over.set()
    assert time.monotonic() - began < 4


def test_nobody_there_may_work_later() -> None:
    with serving() as gone:
        url = gone.url("/a.jpg")
    with pytest.raises(ProviderError, match="does not answer"):
        fetch(url, most_bytes=LIMIT)


def test_production_refuses_the_switch() -> None:
    import os
    import subprocess
    import sys

    env = os.environ | {
        "FETCH_ALLOWS_LOOPBACK": "true",
        "SECRET_KEY": "k" * 50,
        "JWT_PRIVATE_KEY": "j" * 50,
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run(
        [sys.executable, "-c", "import fashionistar.settings.production"],
        env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode and "FETCH_ALLOWS_LOOPBACK is for tests" in done.stderr
