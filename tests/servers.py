"""An early pytest plugin: real servers are up before Django reads its settings."""

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
for source in (str(ROOT), str(ROOT / "site")):
    if source not in sys.path:
        sys.path.insert(0, source)
os.environ["DJANGO_SETTINGS_MODULE"] = "fashionistar.settings.test"

from fashionistar.servers.environment import provided  # noqa: E402
from tests.workers import apart  # noqa: E402

_servers = provided()
_servers.__enter__()
if worker := os.environ.get("PYTEST_XDIST_WORKER"):
    apart(worker, os.environ)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the servers that this process started."""
    _servers.__exit__(None, None, None)
