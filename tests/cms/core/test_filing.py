"""Files are public, and every screen says so; no collection of them is private."""

import re
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.html import escape
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from cms.core.filing import CLOSED, REFUSED
from cms.desk.reports.references.checking import problems
from common.media.naming import PUBLIC
from tests.cms.authoring.apis.calling import api_token, member
from tests.cms.desk.home.test_panels import again, make_person
from tests.factories import make_user
from tests.factories.people import at_the_desk

pytestmark = pytest.mark.django_db
UNGUESSABLE = re.compile(r"documents/guide-[0-9a-f]{12}\.txt")


@pytest.fixture
def team(db: None) -> Any:
    return Collection.get_first_root_node().add_child(name="Team")


def close(collection: Any) -> None:
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_collection_is_made_private(admin: Client, team: Any, method: str) -> None:
    url = f"/admin/collections/{team.pk}/privacy/"
    answer = getattr(admin, method)(url, {"restriction_type": "login"})
    assert (answer.status_code, answer.content.decode()) == (403, REFUSED)
    assert not CollectionViewRestriction.objects.exists()
    assert Client().post(url, {"restriction_type": "login"}).status_code == 302


def test_its_form_offers_no_privacy_and_says_that_files_are_public(
    admin: Client, team: Any
) -> None:
    for path in (f"/admin/collections/{team.pk}/", "/admin/collections/add/"):
        page = admin.get(path).content.decode()
        assert escape(PUBLIC) in page
        assert "privacy" not in page.lower().replace("privacy-switch", "")
        assert "is_opened" not in page


@pytest.mark.parametrize(
    "path", ["documents/multiple/add/", "documents/chooser/", "images/multiple/add/", "images/chooser/"]
)  # fmt: skip
def test_uploads_say_that_files_are_public(path: str) -> None:
    client = at_the_desk("Editors")
    answer = client.get(f"/admin/{path}")
    assert answer.status_code == 200
    assert escape(PUBLIC) in answer.content.decode()


def test_what_an_older_version_closed_is_told_and_opened_again(admin: Client, team: Any) -> None:
    close(team)
    keeper = make_user(is_staff=True, is_superuser=True)
    told = [each for each in problems(user=keeper) if each.state == "files"]
    url = f"/admin/collections/{team.pk}/"
    assert [(each.title, each.said, each.url) for each in told] == [("Team", CLOSED, url)]
    editor = make_person("Translators")
    assert not [each for each in problems(user=again(editor)) if each.state == "files"]
    page = admin.get(url).content.decode()
    assert escape(CLOSED) in page and "is_opened" in page
    form = {"name": "Team", "parent": team.get_parent().pk}
    assert admin.post(url, form).status_code == 302
    assert CollectionViewRestriction.objects.exists()
    assert admin.post(url, {**form, "is_opened": "on"}).status_code == 302
    assert not CollectionViewRestriction.objects.exists()
    assert [each for each in problems(user=keeper) if each.state == "files"] == []


def test_nobody_guesses_what_a_new_file_is_called() -> None:
    sent = SimpleUploadedFile("guide.txt", b"words", "text/plain")
    answer = at_the_desk("Editors").post(
        "/admin/documents/multiple/add/", {"files[]": sent}, headers={"X-Requested-With": "XMLHttpRequest"}
    )  # fmt: skip
    assert answer.status_code == 200, answer.content
    token = api_token(member("Editors"))
    made = Client().post(
        "/api/cms/v3/documents/",
        {"title": "Guide", "file": SimpleUploadedFile("guide.txt", b"more", "text/plain")},
        headers={"Authorization": f"Bearer {token}"},
    )
    assert made.status_code == 201, made.content
    names = list(get_document_model().objects.values_list("file", flat=True))
    assert len(set(names)) == 2 and all(map(UNGUESSABLE.fullmatch, names))


def test_a_stored_file_keeps_its_name_until_it_is_replaced() -> None:
    guide = get_document_model()(title="Guide")
    guide.file.name = "documents/guide.txt"
    guide.save()
    guide.title = "The guide"
    guide.save()
    assert guide.file.name == "documents/guide.txt"
    guide.file = ContentFile(b"new", name="guide.txt")
    guide.save()
    assert UNGUESSABLE.fullmatch(guide.file.name)
    guide.file = ContentFile(b"long", name=f"{'x' * 300}.TXT")
    guide.save()
    assert re.fullmatch(r"documents/x{60}-[0-9a-f]{12}\.txt", guide.file.name)
