"""The whole suite runs on real servers: PostgreSQL as the unprivileged role, Valkey.

The browser tests need Debian's Chromium. Where it is not installed they are left out and the
report says so; in CI they run or fail.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

HAS_BROWSER = bool(shutil.which("chromium") or os.environ.get("CI"))
BROWSER = Path(__file__).parent / "browser"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs a browser where there is none, also when it was asked for by name."""
    if HAS_BROWSER:
        return
    kept = [item for item in items if BROWSER not in item.path.parents]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Have nothing to run be no failure where it was left out."""
    if not HAS_BROWSER and exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED:
        session.exitstatus = pytest.ExitCode.OK


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


@pytest.fixture
def mail() -> Iterator[None]:
    """Begin and end with no mail in the memory of the process."""
    from common.providers.mail.memory import MemoryMail

    MemoryMail.reset()
    yield
    MemoryMail.reset()
