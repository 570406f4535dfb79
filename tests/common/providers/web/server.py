"""A web server on loopback that answers as a test says."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

type Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """The pages of the server by path, and the paths that were asked for."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.port = 0

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """Return the address of a path."""
        return f"http://{host}:{self.port}{path}"

    def page(self, path: str, body: bytes, *, status: int = 200, **headers: str) -> str:
        """Answer that path with these bytes; the answer is its address."""

        def answer(asked: BaseHTTPRequestHandler) -> None:
            asked.send_response(status)
            for name, value in headers.items():
                asked.send_header(name.replace("_", "-"), value)
            if "Content_Length" not in headers:
                asked.send_header("Content-Length", str(len(body)))
            asked.end_headers()
            asked.wfile.write(body)

        self.pages[path] = answer
        return self.url(path)

    def moved(self, path: str, to: str) -> str:
        """Answer that path with a redirect; the answer is its address."""
        return self.page(path, b"moved", status=302, Location=to)


@contextlib.contextmanager
def serving() -> Iterator[Site]:
    """Serve a site until the block ends."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            with contextlib.suppress(ConnectionError):
                site.pages[self.path](self)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
