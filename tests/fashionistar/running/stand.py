"""A demo whose programs are light: real servers, a real supervisor, a web server and a sleeper."""

import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

from fashionistar.running import __main__ as door
from fashionistar.running import demo
from fashionistar.running.children import Child

ME = str(Path(__file__).resolve())


class Ready(BaseHTTPRequestHandler):
    """Answers 200 to everything."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"ready")


def light_programs(port: int, folder: Path) -> list[Child]:
    """Answer a web server on `port`, and a shell with a child of its own."""
    return [
        Child("web", [sys.executable, ME, "web", str(port)], folder / "log" / "web.log"),
        Child("worker", ["sh", "-c", "echo up; sleep 300 & wait"], folder / "log" / "worker.log"),
    ]


def main(arguments: list[str]) -> int:
    """Serve the light demo in the folder given, or be its web server."""
    if arguments[0] == "web":
        HTTPServer(("127.0.0.1", int(arguments[1])), Ready).serve_forever()
    checkout = Path(arguments[1])
    return door.run(lambda: demo.serve(checkout, prepare=lambda _: None, programs=light_programs))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
