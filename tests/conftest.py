"""The whole suite runs on real servers: PostgreSQL as the unprivileged role, Valkey.

The browser tests need Debian's Chromium. Where it is not installed they are left out and the
report says so; in CI they run or fail.
"""

import os
import shutil
from collections.abc import Iterator

import pytest

HAS_BROWSER = bool(shutil.which("chromium") or os.environ.get("CI"))
collect_ignore = [] if HAS_BROWSER else ["browser"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was left out."""
    if not HAS_BROWSER:
        terminalreporter.write_line(
            "The browser tests were left out: no Chromium here (apt install chromium)."
        )


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: object, worker_id: str) -> Iterator[None]:
    """Clone a database of its own for this process."""
    from django.conf import settings
    from django.db import connections

    from tests import databases

    name = f"fx_test_{os.getpid()}_{worker_id}"
    databases.clone(name)
    settings.DATABASES["default"]["NAME"] = name
    connections["default"].settings_dict["NAME"] = name
    yield
    connections.close_all()
    databases.drop(name)
