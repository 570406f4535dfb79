"""Debian's Chromium, driven by Playwright."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connections
from playwright.sync_api import Browser, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
UNSAFE = "DJANGO_ALLOW_ASYNC_UNSAFE"


@contextmanager
def browser() -> Iterator[Browser]:
    """Have a browser inside the block, and the database in its thread as ever.

    Playwright keeps an event loop running in this thread: Django would refuse to share it, and
    has connections of their own for it, which are given up at the end.
    """
    path = shutil.which("chromium")
    if path is None:
        pytest.fail("The browser tests need Chromium: apt install chromium.", pytrace=False)
    before = os.environ.get(UNSAFE)
    os.environ[UNSAFE] = "true"
    try:
        with sync_playwright() as playwright:
            found = playwright.chromium.launch(executable_path=path, args=FLAGS)
            try:
                yield found
            finally:
                found.close()
                for each in connections.all(initialized_only=True):
                    each.close()
                    del connections[each.alias]
    finally:
        os.environ.pop(UNSAFE) if before is None else os.environ.update({UNSAFE: before})
