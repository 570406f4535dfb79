"""A file of redirects takes paths and addresses; what is wrong with a row is said in words."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.html import escape
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from cms.core.addresses import validate_link
from cms.home.models import HomePage
from cms.navigation.forms import EMPTY, OLD, TAKEN, TOO_LONG
from cms.navigation.selectors.faults import BACK, ITSELF, SERVED, STANDS
from cms.navigation.selectors.redirects import Moved, resolve
from tests.factories.people import at_the_desk

DOOR = "/admin/redirects/import/"


@pytest.fixture
def editor(home: HomePage) -> Client:
    return at_the_desk("Editors")


def send(client: Client, *lines: str, **more: Any) -> Any:
    """Upload a file and confirm it; follow to where that leads."""
    raw = "\n".join(("from,to,note", *lines)).encode()
    sent = SimpleUploadedFile("moves.csv", raw, "text/csv")
    shown = client.post(DOOR, {"import_file": sent}).content.decode()
    hidden = dict(re.findall(r'name="(import_file_name|input_format)" value="([^"]+)"', shown))
    data = {**hidden, "from_index": "0", "to_index": "1", "permanent": "on", "site": "", **more}
    return client.post(f"{DOOR}process/", data, follow=True)


def errors(answer: Any) -> list[list[str]]:
    """Return the rows of the summary."""
    found: list[list[str]] = answer.context["import_summary"]["errors"]
    assert all(escape(each[2]) in answer.content.decode() for each in found)
    return found


def leads() -> dict[str, str]:
    return dict(Redirect.objects.values_list("old_path", "redirect_link"))


def test_paths_and_addresses_are_taken_on_both_sides(editor: Client) -> None:
    answer = send(
        editor,
        "/old/,/new/",
        "https://shop.example/older/?b=1&a=2,https://x.example/",
        "bare,/fr/b/",
    )
    assert "Imported 3 redirects" in answer.content.decode()
    assert leads() == {"/old": "/new/", "/older?a=2&b=1": "https://x.example/", "/bare": "/fr/b/"}
    site = Site.objects.get(is_default_site=True)
    assert resolve(site, "/old/") == Moved("/new/", True)


def test_what_is_wrong_with_a_row_is_said_and_holds_up_no_other(editor: Client) -> None:
    Redirect.objects.create(old_path="/known", redirect_link="/there/")
    wrong = {
        "/script/,javascript:alert(1)": f"To: {_refusal('javascript:alert(1)')}",
        "/host/,//evil.example/": f"To: {_refusal('//evil.example/')}",
        "/old page/,/new/": f"From: {OLD}",
        ",/new/": f"From: {EMPTY}",
        "/alone/,": f"To: {EMPTY}",
        "/short/": f"To: {EMPTY}",
        "/known/,/new/": TAKEN,
        "/circle,/circle/": ITSELF,
        f"/{'x' * 255}/,/new/": f"From: {TOO_LONG}",
        f"/far/,/{'y' * 255}/": f"To: {TOO_LONG}",
        "/bad page/,": f"From: {OLD} To: {EMPTY}",
    }
    answer = send(editor, *wrong, "", " , ", "/good/,/new/", "/good/,/newer/")
    told = [each[2] for each in errors(answer)]
    assert told == [*wrong.values(), TAKEN]
    assert max(len(cell) for each in errors(answer) for cell in each[:2]) == 80
    assert errors(answer)[0][:2] == ["/script/", "javascript:alert(1)"]
    assert leads() == {"/known": "/there/", "/good": "/new/"}
    assert "Found 13 redirects, created 1 and found 12 errors" in answer.content.decode()


def test_a_path_that_is_taken_on_one_site_is_told_so(editor: Client) -> None:
    site = Site.objects.get(is_default_site=True)
    Redirect.objects.create(old_path="/known", redirect_link="/there/", site=site)
    answer = send(editor, "/known/,/new/", "/free/,/new/", site=str(site.pk))
    assert [each[2] for each in errors(answer)] == [TAKEN]
    assert set(Redirect.objects.values_list("old_path", "site")) == {
        ("/known", site.pk), ("/free", site.pk),
    }  # fmt: skip


def test_who_may_add_no_redirect_imports_none(home: HomePage) -> None:
    stranger = at_the_desk("Support")
    sent = SimpleUploadedFile("moves.csv", b"from,to\n/old/,/new/", "text/csv")
    assert stranger.post(DOOR, {"import_file": sent}).status_code == 302
    assert leads() == {}


def _refusal(url: str) -> str:
    with pytest.raises(Exception, match="Give a path") as refused:
        validate_link(url)
    return str(refused.value.messages[0])


def test_rows_that_would_never_lead_on_are_told_so(editor: Client) -> None:
    wrong = {
        "/api/v1/admin/nothing/,/new/": f"From: {SERVED.format(room='api')}",
        "https://shop.example/media/x.png,/new/": f"From: {SERVED.format(room='media')}",
        "/about/,/new/": f"From: {STANDS}",
        "/b/,/a/": BACK.format(way="/a/"),
    }
    answer = send(editor, "/a/,/b/", *wrong)
    assert [each[2] for each in errors(answer)] == list(wrong.values())
    assert leads() == {"/a": "/b/"}
