"""Mail of the review over the production server and a real worker, with a mail server that is away."""

import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from cms.pages.models import StandardPage
from notifications.models import Message
from tests.cms.authoring.apis.calling import member
from tests.cms.authoring.pages import form, home
from tests.factories.people import PASSWORD
from tests.flows import serving
from tests.mailserver import MailServer

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
PATIENCE = 120


@pytest.fixture
def shop(
    django_db_setup: None, django_db_blocker: Any, tmp_path: Path
) -> Iterator[tuple[str, MailServer]]:
    server = MailServer(serving.free_port(), pause=2)
    own = {"MAIL_URL": f"smtp://127.0.0.1:{server.port}", "BROKER_PREFIX": uuid.uuid4().hex}
    with (
        django_db_blocker.unblock(),
        serving.database() as name,
        serving.served(name, tmp_path / "web.log", **own) as base,
        serving.working(name, tmp_path, **own),
    ):
        yield base, server
        server.stop()


def submit(base: str, email: str, slug: str) -> float:
    """Sign in, send a page in for review and return how long that took."""
    with httpx.Client(base_url=base, timeout=60, headers={"Referer": base}) as http:
        http.get("/accounts/login/")
        token = {"csrfmiddlewaretoken": http.cookies["csrftoken"]}
        http.post("/accounts/login/", data={"login": email, "password": PASSWORD, **token})
        token = {"csrfmiddlewaretoken": http.cookies["csrftoken"]}
        asked = form(slug=slug, **{"action-submit": "1"}) | token
        path = f"/admin/pages/add/cms_pages/standardpage/{home().pk}/"
        http.get(path)
        answer = http.post(path, data=asked)
        assert answer.status_code == 302, answer.text[:500]
        return answer.elapsed.total_seconds()


def test_a_submission_never_waits_for_mail_and_no_mail_is_lost(
    shop: tuple[str, MailServer],
) -> None:
    base, server = shop
    author, moderators = member("Editors"), [member("Publishers") for _ in range(5)]
    away = submit(base, str(author.email), "first")
    until = time.monotonic() + PATIENCE
    while Message.objects.filter(attempts=0).exists() and time.monotonic() < until:
        time.sleep(0.2)
    assert not Message.objects.filter(status="sent").exists()
    assert Message.objects.filter(status="queued", attempts__gte=1).count() == 5
    server.start()
    slow = submit(base, str(author.email), "second")
    # The server lets everybody wait: five letters in the request would take ten seconds more.
    assert slow < away + 6
    until = time.monotonic() + PATIENCE
    while len(server.taken) < 10 and time.monotonic() < until:
        time.sleep(0.5)
    assert server.readers() == sorted(str(each.email) for each in moderators for _ in range(2))
    assert StandardPage.objects.filter(slug__in=("first", "second")).count() == 2
    assert set(Message.objects.values_list("status", flat=True)) == {"sent"}
