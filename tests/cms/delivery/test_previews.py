"""A draft is seen with its token, for an hour, and by nobody else."""

import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core import signing
from django.test import Client, RequestFactory
from wagtail_headless_preview.models import PagePreview

from cms import demo
from cms.home.models import HomePage
from cms.lookbooks.models import LookbookPage
from tests.cms.blocks import block

URL = "/api/v1/store/preview/"


@pytest.fixture
def asked(db: None) -> dict[str, str]:
    """What the editor's preview sends the frontend."""
    home: HomePage = demo.seed()
    page = LookbookPage(
        title="Rains", slug="rains", live=False, body=[block("quote", {"text": "Draft"})]
    )
    home.add_child(instance=page)
    page.title = "Not saved yet"
    preview = page.create_page_preview()
    url = page.get_preview_url(RequestFactory().get("/"), preview.token)
    return {name: each[0] for name, each in parse_qs(urlsplit(url).query).items()}


def read(asked: dict[str, str], **more: str) -> Any:
    return Client().get(URL, {**asked, **more})


def test_a_draft_has_the_shape_of_a_page_and_is_kept_by_nobody(asked: dict[str, str]) -> None:
    answer = read(asked)
    assert answer.status_code == 200
    assert answer.json()["title"] == "Not saved yet"
    assert answer.json()["body"][0]["value"]["text"] == "Draft"
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer["X-Robots-Tag"]
    assert "ETag" not in answer


def test_the_draft_stays_unknown_to_those_who_ask_for_pages(asked: dict[str, str]) -> None:
    assert Client().get("/api/v1/store/pages/", {"path": "/rains/"}).status_code == 404


def test_the_reader_shows_the_draft_and_forbids_keeping_it(asked: dict[str, str]) -> None:
    answer = Client().get("/client/preview/", asked)
    assert b"Not saved yet" in answer.content
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert b'content="noindex"' in answer.content


class Aged(signing.TimestampSigner):
    """Signs as it was done so many seconds ago."""

    def __init__(self, age: int) -> None:
        super().__init__(salt="headlesspreview.token")
        self.age = age

    def timestamp(self) -> str:
        return signing.b62_encode(int(time.time()) - self.age)


def test_after_an_hour_it_is_over(asked: dict[str, str]) -> None:
    said = Aged(0).unsign(asked["token"])
    for age, status in ((3500, 200), (3700, 401)):
        token = Aged(age).sign(said)
        PagePreview.objects.update(token=token)
        answer = read({**asked, "token": token})
        assert answer.status_code == status
    assert answer.json()["code"] == "preview_expired"
    assert Client().get("/client/preview/", {**asked, "token": token}).status_code == 401


@pytest.mark.parametrize(
    "more",
    [
        {"token": "forged"},
        {"token": "id=1:abc:def"},
        {"content_type": "cms_home.homepage"},
        {"content_type": "identity.user"},
        {"content_type": "nothing"},
        {"content_type": "a.b.c"},
    ],
)
def test_what_is_forged_or_of_another_kind_is_refused(
    asked: dict[str, str], more: dict[str, str]
) -> None:
    answer = read(asked, **more)
    assert answer.status_code == 401
    assert answer["Content-Type"] == "application/problem+json"
