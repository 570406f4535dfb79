"""Staff make tokens for the staff API themselves, see them once and take them back."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone
from wagtail.models import APIToken

from cms.authoring.exceptions import TooManyTokens
from cms.authoring.services import tokens
from common.exceptions import NotAllowed, NotFound
from common.models import AuditEntry
from identity.models import User
from tests.cms.authoring.apis.calling import asking, member
from tests.cms.authoring.pages import make_page
from tests.factories import make_user
from tests.flows import serving

SCREEN = "/admin/my-api-tokens/"


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def made_by(client: Client, name: str = "A tool") -> str:
    """Make a token on the screen and read it off."""
    answer = client.post(SCREEN, {"name": name})
    assert answer.status_code == 200
    found = re.search(r'value="(wagtail_\w+)"', answer.content.decode())
    assert found
    return found[1]


@pytest.mark.django_db
def test_a_token_is_shown_once_and_does_what_its_person_may_do() -> None:
    editor = member("Editors")
    client = client_of(editor)
    answer = client.post(SCREEN, {"name": "Importer"})
    assert "no-store" in answer["Cache-Control"]
    words = made_by(client, "Another")
    again = client.get(SCREEN).content.decode()
    assert words not in again and "Importer" in again and "Never used" in again
    token = APIToken.objects.get(name="Another")
    assert words not in str(vars(token)) and token.user == editor
    ask, page = asking(words), make_page()
    assert ask("GET", f"pages/{page.pk}/?version=draft").status_code == 200
    assert ask("POST", f"pages/{page.pk}/actions/publish/").status_code == 403
    assert ask("GET", "sites/").status_code == 403
    assert "Last used" in client.get(SCREEN).content.decode()


@pytest.mark.django_db
def test_a_revoked_token_opens_nothing_and_both_are_audited() -> None:
    editor = member("Editors")
    client = client_of(editor)
    words = made_by(client)
    token = APIToken.objects.get(user=editor)
    assert client.post(SCREEN, {"revoke": token.pk}).status_code == 302
    assert asking(words)("GET", "whoami/").status_code == 401
    assert client.post(SCREEN, {"revoke": token.pk}).status_code == 404
    found = AuditEntry.objects.filter(subject_id=str(token.pk), actor=editor).order_by("pk")
    assert [each.action for each in found] == ["api_token.made", "api_token.revoked"]
    assert words not in "".join(f"{each.before}{each.after}" for each in found)


@pytest.mark.django_db
@pytest.mark.parametrize("loss", [{"is_staff": False}, {"is_active": False}, "groups"])
def test_who_leaves_the_staff_has_tokens_that_open_nothing(loss: Any) -> None:
    editor = member("Editors")
    ask = asking(made_by(client_of(editor)))
    assert ask("GET", "whoami/").status_code == 200
    if loss == "groups":
        editor.groups.clear()
    else:
        User.objects.filter(pk=editor.pk).update(**loss)
    assert ask("GET", "whoami/").status_code in (401, 403)


@pytest.mark.django_db
def test_tokens_end_and_make_room(settings: Any) -> None:
    editor = member("Editors")
    client = client_of(editor)
    for number in range(tokens.MOST):
        made_by(client, f"Tool {number}")
    refused = client.post(SCREEN, {"name": "One more"}).content.decode()
    assert "which is the most" in refused and APIToken.objects.count() == tokens.MOST
    old = APIToken.objects.filter(name="Tool 0")
    old.update(created=timezone.now() - timedelta(days=settings.CMS_API_TOKEN_DAYS, seconds=1))
    made_by(client, "One more")
    assert "Ended by itself" in client.get(SCREEN).content.decode()


@pytest.mark.django_db
def test_nobody_touches_tokens_of_others() -> None:
    mine, other = member("Editors"), member("Editors")
    words = made_by(client_of(other))
    token = APIToken.objects.get(user=other)
    client = client_of(mine)
    assert token.prefix not in client.get(SCREEN).content.decode()
    for named in (token.pk, "x", "9" * 30):
        assert client.post(SCREEN, {"revoke": named}).status_code == 404
    assert asking(words)("GET", "whoami/").status_code == 200
    with pytest.raises(NotFound):
        tokens.revoke(token_id=token.pk, by=mine, at=timezone.now())


@pytest.mark.django_db
def test_only_staff_who_work_in_the_admin_have_the_screen() -> None:
    assert Client().get(SCREEN).status_code == 302
    for user in (make_user(), member()):
        assert client_of(user).get(SCREEN).status_code in (302, 403)
        with pytest.raises(NotAllowed):
            tokens.make(name="A tool", by=user, at=timezone.now())
    assert not APIToken.objects.exists()
    editor = client_of(member("Editors"))
    assert SCREEN in editor.get("/admin/account/").content.decode()
    assert client_of(member("Editors")).post(SCREEN, {"name": " "}).status_code == 200
    assert not APIToken.objects.exists()


def test_at_once_nobody_gets_more_than_the_most(
    django_db_setup: None, django_db_blocker: Any
) -> None:
    with django_db_blocker.unblock(), serving.database():
        editor = member("Editors")

        def make(start: Barrier) -> bool:
            start.wait()
            try:
                tokens.make(name="A tool", by=editor, at=timezone.now())
            except TooManyTokens:
                return False
            finally:
                connections.close_all()
            return True

        for _ in range(2):
            start = Barrier(8)
            with ThreadPoolExecutor(8) as pool:
                list(pool.map(make, [start] * 8))
        assert APIToken.objects.filter(user=editor).count() == tokens.MOST
