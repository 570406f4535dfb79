"""What the supervisor runs: the web server, the worker and beat."""

import sys
from pathlib import Path

from fashionistar.running.children import Child
from fashionistar.running.port import HOST

CELERY = ("-m", "celery", "--app", "fashionistar.celery:app")


def all_of_them(port: int, folder: Path) -> list[Child]:
    """Answer the children of a demo served on `port`; `folder` holds logs and beat's schedule."""
    logs, schedule = folder / "log", folder / "demo" / "beat-schedule"
    python = sys.executable
    return [
        Child("web", [python, *_web(port)], logs / "web.log"),
        Child("worker", [python, *_worker()], logs / "worker.log"),
        Child("beat", [python, *_beat(schedule)], logs / "beat.log"),
    ]


def _web(port: int) -> list[str]:
    return [
        "-m", "granian", "fashionistar.wsgi:application",
        "--interface", "wsgi", "--host", HOST, "--port", str(port),
        "--workers", "1", "--blocking-threads", "8", "--backlog", "1024",
        "--no-ws", "--respawn-failed-workers", "--workers-kill-timeout", "10",
        "--log-level", "info",
    ]  # fmt: skip


def _worker() -> list[str]:
    return [
        *CELERY, "worker", "--pool", "prefork", "--concurrency", "2", "--loglevel", "INFO",
        "--hostname", "demo@%h", "--without-gossip", "--without-mingle",
    ]  # fmt: skip


def _beat(schedule: Path) -> list[str]:
    return [*CELERY, "beat", "--loglevel", "INFO", "--schedule", str(schedule), "--pidfile="]
