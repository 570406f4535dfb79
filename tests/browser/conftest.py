"""The production server with a shop of its own, and a visitor at each width."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings
from playwright.sync_api import Browser, expect

from tests.browser import chromium
from tests.browser.visitor import Visitor
from tests.flows import serving

WIDTHS = {1280: 900, 390: 844}
PATIENCE = 30_000  # Milliseconds: a machine may be slow.
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def base(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Serve a fresh shop with static files and pictures; the test process works in it."""
    folder = tmp_path_factory.mktemp("shop")
    media = str(folder / "media")
    kept = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    variables = {"FOR_BROWSERS": "true", "MEDIA_ROOT": media}
    with (
        override_settings(MEDIA_ROOT=media, STORAGES={**settings.STORAGES, "default": kept}),
        django_db_blocker.unblock(),
        serving.database() as name,
        serving.served(name, folder / "web.log", **variables) as address,
    ):
        yield address


@pytest.fixture(scope="module")
def browser(base: str) -> Iterator[Browser]:
    """Have one browser for the module."""
    with chromium.browser() as found:
        yield found


@pytest.fixture(params=WIDTHS, ids=lambda width: f"{width}px")
def visitor(request: pytest.FixtureRequest, browser: Browser, base: str) -> Iterator[Visitor]:
    """Have somebody without cookies at a desk and at a phone."""
    width = request.param
    small = width < 500
    context = browser.new_context(
        viewport={"width": width, "height": WIDTHS[width]},
        is_mobile=small,
        has_touch=small,
        timezone_id="Africa/Lagos",
    )
    context.set_default_timeout(PATIENCE)
    yield Visitor(context.new_page(), base)
    context.close()
