"""Over Wagtail's API a redirect is judged as in the admin, and overrides no answer of this host."""

from typing import Any

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from cms import demo
from cms.navigation.forms import NOWHERE
from cms.navigation.selectors.faults import BACK, SERVED, STANDS
from tests.cms.authoring.apis.calling import Ask, asking_as

pytestmark = pytest.mark.django_db
DOORS = ("/api/v1/admin/nothing/", "/accounts/x/", "/partner/x/", "/media/x.png", "/api/cms/v3/x/")


@pytest.fixture
def ask() -> Ask:
    demo.seed()
    return asking_as("Editors")


def wrong(answer: Any) -> list[tuple[list[Any], str]]:
    """Return where and what an answer says is wrong."""
    assert answer.status_code == 422, answer.content
    return [(each["loc"], each["msg"]) for each in answer.json()["errors"]]


def redirect(old: str, to: str = "https://a.example/") -> dict[str, str]:
    return {"old_path": old, "redirect_link": to}


def test_what_is_wrong_is_said_at_its_field(ask: Ask) -> None:
    for path in DOORS:
        room = path.split("/")[1]
        said = wrong(ask("POST", "redirects/", redirect(path)))
        assert [(loc[-1], msg) for loc, msg in said] == [("old_path", SERVED.format(room=room))]
    [(loc, msg)] = wrong(ask("POST", "redirects/", redirect("/about/")))
    assert (loc[-1], msg) == ("old_path", STANDS)
    assert not Redirect.objects.exists()


def test_circles_are_refused_also_when_one_is_changed(ask: Ask) -> None:
    made = ask("POST", "redirects/", redirect("/a/", "/b/"))
    assert made.status_code == 201
    back = [BACK.format(way="/a/")]
    assert [msg for _, msg in wrong(ask("POST", "redirects/", redirect("/b/", "/a/")))] == back
    other = ask("POST", "redirects/", redirect("/b/", "/c/")).json()["id"]
    changed = ask("PUT", f"redirects/{other}/", redirect("/b/", "/a/"))
    assert [msg for _, msg in wrong(changed)] == back
    assert Redirect.objects.get(pk=other).redirect_link == "/c/"
    assert ask("PUT", f"redirects/{other}/", redirect("/b/", "/d/")).status_code == 200


def test_a_redirect_leads_somewhere(ask: Ask) -> None:
    said = wrong(ask("POST", "redirects/", {"old_path": "/old/"}))
    assert [msg for _, msg in said] == [NOWHERE]


@pytest.mark.parametrize("path", [*DOORS, "/old/"])
def test_stored_ones_override_no_answer_of_this_host(ask: Ask, path: str) -> None:
    before = Client().get(path)
    Redirect.add_redirect(path, redirect_to="https://evil.example/")
    after = Client().get(path)
    assert "evil.example" not in after.get("Location", "")
    assert (after.status_code, after.get("Location")) == (
        before.status_code,
        before.get("Location"),
    )


def test_where_a_closed_page_stands_is_told_to_nobody(ask: Ask) -> None:
    secret = demo.seed().get_children().get(slug="about")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    Redirect.add_redirect("/old/", redirect_to=secret)
    for path in ("/old/", "/client/old/", "/api/v1/store/pages/?path=/old/"):
        answer = Client().get(path)
        assert answer.status_code == 404, path
        assert "about" not in answer.get("Location", "")
