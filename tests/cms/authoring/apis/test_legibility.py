"""What Wagtail's code or the database would break on is refused at the door, in a problem document."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from wagtail.models import Locale, Page, Site

from tests.cms.authoring.apis.calling import API, api_token, asking, asking_as, member
from tests.cms.authoring.pages import home, make_page
from tests.factories import make_user

pytestmark = pytest.mark.django_db
TYPE = "cms_pages.StandardPage"
HUGE = 10**20


def refused(answer: HttpResponse, *statuses: int) -> None:
    assert answer.status_code in (statuses or (400, 422)), (answer.status_code, answer.content)
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == answer.status_code


@pytest.mark.parametrize(
    "body",
    [b"null", b"[]", b"1", b'"x"', b"{", b"\xff\xfe", b'{"title": "\xc3\x28"}', b"[" * 100_000,
     b'{"a": NaN}', b'{"a": 1, "a": 2}', b'{"title": "\\ud800"}', b'{"title": "a\\u0000b"}',
     b'{"a\\u0000": 1}', b'{"x": {"y": [{"z": "\\u0000"}]}}', b'{"x": 99999999999999999999}',
     b'{"x": -99999999999999999999}', b'{"x": 1e400}', b'{"x": ' + b"9" * 5000 + b"}"],
)  # fmt: skip
def test_bodies_that_no_page_has(body: bytes) -> None:
    page, ask = make_page(), asking_as("Editors")
    before = Page.objects.count()
    for method, path in (
        ("POST", "pages/"), ("PATCH", f"pages/{page.pk}/"), ("POST", "redirects/"),
        ("POST", f"pages/{page.pk}/actions/copy/"), ("PATCH", "images/1/"),
    ):  # fmt: skip
        refused(ask(method, path, body), 400)
    assert Page.objects.count() == before


def test_bodies_deeper_or_longer_than_any_page() -> None:
    ask = asking_as("Editors")
    deep: Any = "x"
    for _ in range(200):
        deep = [deep]
    refused(ask("POST", "pages/", {"body": deep}), 400)
    refused(ask("POST", "pages/", {"body": "x" * (3 * 1024 * 1024)}), 413)
    refused(ask("POST", "pages/", b"{" + b" " * (6 * 1024 * 1024)), 413)


@pytest.mark.parametrize(
    "kind",
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/xml",
        "",
        "multipart/form-data",
    ],
)
def test_only_json_is_read_where_json_is_wanted(kind: str) -> None:
    refused(asking_as("Editors")("POST", "pages/", b'{"a": 1}', content_type=kind), 415)


@pytest.mark.parametrize("surface", ["images/", "documents/"])
def test_files_come_in_forms_that_can_be_read(surface: str) -> None:
    ask = asking_as("Editors")
    refused(ask("POST", surface, b"x", content_type="multipart/form-data"), 400)
    refused(ask("POST", surface, b"x", content_type="multipart/form-data; boundary=\xe9"), 400, 422)
    refused(ask("POST", surface, b"x", content_type="multipart/form-data; boundary=a"), 422)
    refused(ask("POST", surface, {"title": "x"}), 415)
    file = SimpleUploadedFile("a.pdf", b"no picture and no document", "application/pdf")
    for title in ("a\0b", "9" * 400):
        data = encode_multipart(BOUNDARY, {"title": title, "file": file})
        refused(ask("POST", surface, data, content_type=MULTIPART_CONTENT), 400, 422)
    wrong = encode_multipart(BOUNDARY, {"title": "x", "file": SimpleUploadedFile("a.exe", b"MZ")})
    refused(ask("POST", surface, wrong, content_type=MULTIPART_CONTENT), 422)


@pytest.mark.parametrize(
    "query",
    [f"offset={HUGE}", f"limit={HUGE}", "search=%00", "search=a%00b", f"child_of={HUGE}", "locale=%00",
     "title=%00", f"id={HUGE}", "order=%00", "limit=101", "offset=-1", "type=x.Y", "%00=1",
     "offset=" + "9" * 5000],
)  # fmt: skip
def test_queries_that_ask_for_nothing(query: str) -> None:
    refused(asking_as("Editors")("GET", f"pages/?{query}"))


@pytest.mark.parametrize(
    "query", ["search=%ff", "search=%ED%A0%80", "offset=9223372036854775807", "x=1"]
)
def test_odd_queries_that_can_be_answered(query: str) -> None:
    assert asking_as("Editors")("GET", f"pages/?{query}").status_code == 200


@pytest.mark.parametrize(
    "path", [f"pages/{HUGE}/", "pages/%00/", "schema/%00/", "pages/9223372036854775807/", "schema/%ff/",
             "redirects/%00/", "nothing/", "", "pages", f"images/{HUGE}/", "pages/" + "9" * 5000 + "/"],
)  # fmt: skip
def test_paths_that_name_nothing(path: str) -> None:
    refused(asking_as("Editors")("GET", path), 404, 422)


def test_a_method_that_is_not_there() -> None:
    answer = asking_as("Editors")("PUT", "pages/", {})
    refused(answer, 405)
    assert "POST" in answer["Allow"]


@pytest.mark.parametrize("group", ["Editors", "admin"])
def test_the_root_of_the_tree_is_left_alone(group: str) -> None:
    user = make_user(is_staff=True, is_superuser=True) if group == "admin" else member(group)
    ask, root, page = asking(api_token(user)), Page.get_first_root_node(), make_page()
    for action in ("copy", "create_alias"):
        for body in ({"destination_id": None}, {}, {"destination_id": home().pk}, None):
            refused(ask("POST", f"pages/{root.pk}/actions/{action}/", body), 422)
    for key in (root.pk, str(root.pk), float(root.pk)):
        for place in ({"position": None}, {}, {"position": "left"}, {"position": "last-sibling"}):
            move = {"destination_id": key, **place}
            refused(ask("POST", f"pages/{page.pk}/actions/move/", move), 422)
    refused(ask("PATCH", f"pages/{root.pk}/", {"title": "Mine"}), 422)
    refused(ask("DELETE", f"pages/{root.pk}/"), 422)
    refused(ask("POST", f"pages/0{root.pk}/actions/copy/", {}), 422)
    assert Page.find_problems() == ([], [], [], [], [])


@pytest.mark.parametrize("way", ["PATCH", "POST"])
def test_an_alias_says_nothing_of_its_own(way: str) -> None:
    alias = make_page().create_alias(update_slug="again")
    ask = asking_as("admin", is_superuser=True)
    where = f"pages/{alias.pk}/" + ("actions/publish/" if way == "POST" else "")
    answer = ask(way, where, {} if way == "POST" else {"title": "Mine"})
    refused(answer, 409)
    assert "convert it first" in answer.json()["detail"]
    assert Page.objects.get(pk=alias.pk).title == "Care of adire"


def test_what_wagtail_reads_carelessly() -> None:
    page, ask = make_page(), asking_as("admin", is_superuser=True)
    refused(ask("GET", f"pages/{page.pk}/revisions/?user_id=null"), 422)
    code = Locale.get_default().language_code
    again = ask("POST", f"pages/{page.pk}/actions/copy_for_translation/", {"locale": code})
    refused(again, 409, 422)
    Site.objects.all().delete()
    refused(ask("GET", "pages/?child_of=root"), 422)


def test_a_time_that_the_database_does_not_know() -> None:
    page, ask = make_page(), asking_as("Editors")
    time = "created_at_from=3859-02-14T23:47:27-20:04"
    refused(ask("GET", f"pages/{page.pk}/revisions/?{time}"), 422)


def test_sizes_of_a_body_are_not_taken_from_its_sender() -> None:
    header = {"Authorization": f"Bearer {api_token(member('Editors'))}", "Content-Length": "x"}
    answer = Client(raise_request_exception=False).post(API + "pages/", headers=header)
    assert answer.status_code < 500
